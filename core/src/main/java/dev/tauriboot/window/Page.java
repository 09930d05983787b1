package dev.tauriboot.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Origin;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * One loaded document and its connection to the application. It is made when the
 * document's bootstrap connects and ends when the document does: by reload, navigation or
 * close. Whatever belongs to a document hangs on its page: calls in flight, channels,
 * listeners, resources. All of them end with it.
 *
 * @since 0.1.0
 */
public final class Page {

	private static final Log logger = LogFactory.getLog(Page.class);

	private final Webview webview;

	private final Origin origin;

	private final boolean local;

	private final InvokeKey key;

	private final Outbound outbound;

	private final Map<Integer, Disposable> calls = new ConcurrentHashMap<>();

	private final List<Runnable> closeActions = new ArrayList<>();

	private volatile boolean open = true;

	/**
	 * Create the page of a document that connects.
	 * @param webview the webview that shows the document
	 * @param origin the document's origin
	 * @param local whether that is exactly the application's own page origin, as the
	 * runtime knows it
	 * @param outbound the queue towards the document
	 */
	public Page(Webview webview, Origin origin, boolean local, Outbound outbound) {
		Assert.notNull(webview, "'webview' must not be null");
		Assert.notNull(origin, "'origin' must not be null");
		Assert.notNull(outbound, "'outbound' must not be null");
		this.webview = webview;
		this.origin = origin;
		this.local = local;
		this.outbound = outbound;
		this.key = InvokeKey.generate();
	}

	/**
	 * The webview that shows the document.
	 * @return the webview
	 */
	public Webview webview() {
		return this.webview;
	}

	/**
	 * The document's origin.
	 * @return the origin
	 */
	public Origin origin() {
		return this.origin;
	}

	/**
	 * Whether the document is the application's own. Any other is remote, and may call
	 * nothing that was not granted to its URL (acl 10).
	 * @return {@code true} if its origin was the application's when it connected
	 */
	public boolean isLocal() {
		return this.local;
	}

	/**
	 * The secret by which requests that carry no identity of their own, those over HTTP,
	 * prove that they come from this document.
	 * @return the key
	 */
	public InvokeKey key() {
		return this.key;
	}

	/**
	 * The queue of what goes to the document.
	 * @return the queue
	 */
	public Outbound outbound() {
		return this.outbound;
	}

	/**
	 * Whether the document is still there.
	 * @return {@code false} once {@link #close()} was called
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * How many calls of the document have no answer yet.
	 * @return the number
	 */
	public int callsInFlight() {
		return this.calls.size();
	}

	/**
	 * Remember a call in flight, so that it can be cancelled by the document and ends
	 * with it.
	 * @param callback the callback id that identifies the call in its document; calls to
	 * which the document gave the same one are cancelled together
	 * @param call cancels the call
	 */
	public void register(int callback, Disposable call) {
		this.calls.merge(callback, call, Page::both);
		if (!this.open) {
			cancel(callback);
		}
	}

	private static Disposable both(Disposable first, Disposable second) {
		Disposable.Composite all = (first instanceof Disposable.Composite known) ? known : Disposables.composite(first);
		all.add(second);
		return all;
	}

	/**
	 * Forget a call that has its answer.
	 * @param callback the callback id of the call
	 * @param call what was registered
	 */
	public void unregister(int callback, Disposable call) {
		if (!this.calls.remove(callback, call)) {
			this.calls.computeIfPresent(callback, (id, known) -> without(known, call));
		}
	}

	private static @Nullable Disposable without(Disposable known, Disposable call) {
		if (known instanceof Disposable.Composite all) {
			all.remove(call);
			return (all.size() > 0) ? all : null;
		}
		return known;
	}

	/**
	 * Cancel a call. Does nothing if the call is not in flight.
	 * @param callback the callback id of the call
	 */
	public void cancel(int callback) {
		Disposable call = this.calls.remove(callback);
		if (call != null) {
			call.dispose();
		}
	}

	/**
	 * Run an action when the document ends, at once if it has.
	 * @param action what to do; must not block
	 */
	public void onClose(Runnable action) {
		synchronized (this.closeActions) {
			if (this.open) {
				this.closeActions.add(action);
				return;
			}
		}
		action.run();
	}

	/**
	 * Forget an action given to {@link #onClose(Runnable)}.
	 * @param action the same object
	 */
	public void removeOnClose(Runnable action) {
		synchronized (this.closeActions) {
			this.closeActions.remove(action);
		}
	}

	/**
	 * End the page: cancel its calls, drop its queue and run its close actions. A second
	 * call does nothing.
	 */
	public void close() {
		List<Runnable> actions;
		synchronized (this.closeActions) {
			if (!this.open) {
				return;
			}
			this.open = false;
			actions = new ArrayList<>(this.closeActions);
			this.closeActions.clear();
		}
		this.outbound.close();
		this.calls.keySet().forEach((callback) -> end(() -> cancel(callback)));
		actions.forEach(this::end);
	}

	// What cannot be ended must not keep the rest.
	private void end(Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			logger.error(LogMessage.format("Something of the document in webview '%s' did not end with it",
					this.webview.label()), ex);
		}
	}

}
