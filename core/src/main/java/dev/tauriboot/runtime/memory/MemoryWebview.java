package dev.tauriboot.runtime.memory;

import dev.tauriboot.Origin;
import dev.tauriboot.window.HeldWebview;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A webview without an engine. Whoever plays the document connects by
 * {@link #connect(Origin, Runnable)} and drains its page's queue.
 *
 * @since 0.1.0
 */
public final class MemoryWebview extends HeldWebview {

	private volatile String url;

	private volatile @Nullable Page page;

	private @Nullable MemoryDocument document;

	MemoryWebview(MemoryWindow window, WebviewOptions options) {
		super(window, options);
		this.url = options.url();
	}

	private MemoryWindow host() {
		return (MemoryWindow) window();
	}

	/**
	 * Connect a document. The one before it ends. It is remote unless its origin is the
	 * runtime's own.
	 * @param origin the document's origin
	 * @param signal told when frames wait in the page's queue
	 * @return the page
	 */
	public Page connect(Origin origin, Runnable signal) {
		Assert.notNull(signal, "'signal' must not be null");
		return connect(origin, (MemoryDocument) signal::run);
	}

	/**
	 * Connect a document. The one before it ends. It is remote unless its origin is the
	 * runtime's own.
	 * @param origin the document's origin
	 * @param document the document
	 * @return the page
	 */
	public synchronized Page connect(Origin origin, MemoryDocument document) {
		Assert.notNull(origin, "'origin' must not be null");
		Assert.notNull(document, "'document' must not be null");
		end("replaced");
		Page page = new Page(this, origin, host().runtime().isLocal(origin),
				new Outbound(document::framesWaiting, host().runtime().limits()));
		this.document = document;
		this.page = page;
		return page;
	}

	synchronized void disconnect() {
		end("closed");
	}

	private void end(@Nullable String reason) {
		Page page = this.page;
		MemoryDocument document = this.document;
		this.page = null;
		this.document = null;
		if (document != null && reason != null) {
			document.ended(reason);
		}
		if (page != null) {
			page.close();
		}
	}

	@Override
	public String url() {
		return this.url;
	}

	@Override
	public @Nullable Page page() {
		Page page = this.page;
		return (page != null && page.isOpen()) ? page : null;
	}

	@Override
	public synchronized void navigate(String url) {
		this.url = url;
		MemoryDocument document = this.document;
		if (document != null) {
			document.navigate(url);
		}
		end(null);
	}

	@Override
	public synchronized void reload() {
		MemoryDocument document = this.document;
		if (document != null) {
			document.reload();
		}
		end(null);
	}

	@Override
	public synchronized void eval(String script) {
		MemoryDocument document = this.document;
		if (document == null) {
			throw new IllegalStateException("webview '" + label() + "' has no engine that could run a script");
		}
		document.eval(script);
	}

	@Override
	public void focus() {
		host().giveKeyboardTo(this);
	}

	@Override
	public boolean isFocused() {
		return host().hasKeyboard(this);
	}

	@Override
	public synchronized void clearAllBrowsingData() {
		MemoryDocument document = this.document;
		if (document != null) {
			document.clearBrowsingData();
		}
	}

	@Override
	public synchronized void print() {
		MemoryDocument document = this.document;
		if (document != null) {
			document.print();
		}
	}

	@Override
	public void reparent(Window window) {
		Assert.isInstanceOf(MemoryWindow.class, window, "'window' must be one of the same runtime");
		host().runtime().reparent(this, (MemoryWindow) window);
	}

	void changeHost(MemoryWindow window) {
		host().detach(this);
		moveTo(window);
		window.attach(this);
	}

	@Override
	public void close() {
		host().detach(this);
		disconnect();
	}

}
