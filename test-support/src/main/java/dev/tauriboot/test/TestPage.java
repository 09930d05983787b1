package dev.tauriboot.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.tauriboot.Origin;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * A document that a test plays: it calls commands, listens to events and opens channels,
 * and takes the frames of its queue as the bootstrap script of a real document does, in
 * order and on one thread of its own.
 *
 * @since 0.1.0
 */
public final class TestPage {

	private final IpcTester tester;

	private final MemoryWebview webview;

	private final Origin origin;

	private final JsonMapper mapper;

	private final AtomicInteger lastCallback = new AtomicInteger();

	private final Map<Integer, Consumer<Object>> callbacks = new ConcurrentHashMap<>();

	private final List<String> warnings = new CopyOnWriteArrayList<>();

	private volatile @Nullable Connection connection;

	TestPage(IpcTester tester, MemoryWebview webview, Origin origin, JsonMapper mapper) {
		this.tester = tester;
		this.webview = webview;
		this.origin = origin;
		this.mapper = mapper;
	}

	void connect() {
		this.callbacks.clear();
		Connection connection = new Connection();
		this.connection = connection;
		connection.page = this.tester.connect(this.webview, this.origin, connection::signal);
		connection.page().onClose(connection.thread::shutdown);
	}

	/**
	 * The connection to the application.
	 * @return the page, another one after each {@link #reload()}
	 */
	public Page page() {
		return connection().page();
	}

	Origin origin() {
		return this.origin;
	}

	private Connection connection() {
		Connection connection = this.connection;
		Assert.state(connection != null, "the page is not connected");
		return connection;
	}

	/**
	 * Begin a call by this document.
	 * @param command the command's full name
	 * @return the call, to be completed
	 */
	public InvokeSpec invoke(String command) {
		return new InvokeSpec(command, this.webview.label().value(), this.mapper, (spec) -> {
			Assert.state(spec.url() == null, "a page is where it is: begin the call at the tester to choose a URL");
			InvokeResult result = this.tester.call(spec, page());
			settle();
			return result;
		});
	}

	/**
	 * Register a callback, as {@code transformCallback} does.
	 * @param callback gets what is delivered: a {@link JsonNode}, or a {@code byte[]} for
	 * raw data
	 * @return the callback's id
	 */
	public int transformCallback(Consumer<Object> callback) {
		int id = this.lastCallback.incrementAndGet();
		this.callbacks.put(id, callback);
		return id;
	}

	/**
	 * Forget a callback.
	 * @param id the callback's id
	 */
	public void unregisterCallback(int id) {
		this.callbacks.remove(id);
	}

	/**
	 * How many callbacks are registered.
	 * @return the number
	 */
	public int callbackCount() {
		return this.callbacks.size();
	}

	/**
	 * What a real document would have warned of on its console.
	 * @return the texts
	 */
	public List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	/**
	 * Listen to an event, whatever it is aimed at.
	 * @param event the event's name
	 * @return the listener, which collects what comes
	 */
	public PageListener listen(String event) {
		return listen(event, Map.of("kind", "Any"));
	}

	/**
	 * Listen to an event.
	 * @param event the event's name
	 * @param target the target as the page writes it, such as
	 * {@code Map.of("kind", "Webview", "label", "main")}
	 * @return the listener, which collects what comes
	 */
	public PageListener listen(String event, Object target) {
		PageListener listener = new PageListener(this, event);
		int handler = transformCallback(listener::accept);
		Integer id = invoke("plugin:event|listen").args(Map.of("event", event, "target", target, "handler", handler))
			.get(Integer.class);
		Assert.state(id != null, "a listener was given no id");
		listener.registered(id);
		return listener;
	}

	/**
	 * Emit an event to whoever listens.
	 * @param event the event's name
	 * @param payload what is written as JSON, or {@code null}
	 */
	public void emit(String event, @Nullable Object payload) {
		Map<String, @Nullable Object> args = new LinkedHashMap<>();
		args.put("event", event);
		args.put("payload", payload);
		invoke("plugin:event|emit").args(args).assertThat().isOk();
	}

	/**
	 * Emit an event to a target.
	 * @param target the target as the page writes it
	 * @param event the event's name
	 * @param payload what is written as JSON, or {@code null}
	 */
	public void emitTo(Object target, String event, @Nullable Object payload) {
		Map<String, @Nullable Object> args = new LinkedHashMap<>();
		args.put("target", target);
		args.put("event", event);
		args.put("payload", payload);
		invoke("plugin:event|emit_to").args(args).assertThat().isOk();
	}

	/**
	 * Open a channel. The result is passed as an argument of a call.
	 * @return the channel, which collects what comes
	 */
	public PageChannel channel() {
		PageChannel channel = new PageChannel(this, this.mapper);
		channel.opened(transformCallback(channel::accept));
		return channel;
	}

	/**
	 * Reload the document: calls, listeners and channels of the one before end.
	 */
	public void reload() {
		this.webview.reload();
		connect();
	}

	/**
	 * Wait until every frame that is in the queue now has been taken.
	 */
	public void settle() {
		Connection connection = connection();
		try {
			Future<?> drained = connection.thread.submit(connection::drain);
			drained.get(IpcTester.DEFAULT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// It has ended, and takes no more.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while a page took its frames", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError("A page did not take its frames", ex);
		}
	}

	void runCallback(int id, Object data) {
		Consumer<Object> callback = this.callbacks.get(id);
		if (callback != null) {
			callback.accept(data);
		}
		else {
			this.warnings.add("[TAURI] Couldn't find callback id " + id + ".");
		}
	}

	boolean hasCallback(int id) {
		return this.callbacks.containsKey(id);
	}

	JsonMapper mapper() {
		return this.mapper;
	}

	/**
	 * One document's life: its page, its thread and its listeners.
	 */
	private final class Connection {

		private final ExecutorService thread = Executors.newSingleThreadExecutor((work) -> {
			Thread thread = new Thread(work, "tauri-test-page-" + TestPage.this.webview.label());
			thread.setDaemon(true);
			return thread;
		});

		private final PageFrames frames = new PageFrames(TestPage.this);

		private volatile @Nullable Page page;

		Page page() {
			Page page = this.page;
			Assert.state(page != null, "the page is not connected");
			return page;
		}

		void signal() {
			try {
				this.thread.execute(this::drain);
			}
			catch (RejectedExecutionException ex) {
				// The document has ended, which whoever sends need not know.
			}
		}

		void drain() {
			for (String batch = page().outbound().drain(); batch != null; batch = page().outbound().drain()) {
				this.frames.run(batch);
			}
		}

	}

}
