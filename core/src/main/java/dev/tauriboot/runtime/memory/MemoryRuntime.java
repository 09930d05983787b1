package dev.tauriboot.runtime.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowListeners;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A runtime for tests and for applications that need no window. Its windows hold their
 * state and show nothing; documents connect by {@link MemoryWebview#connect}.
 *
 * @since 0.1.0
 */
public final class MemoryRuntime implements DesktopRuntime {

	private static final Origin APP_ORIGIN = new Origin("http", "tauri.localhost", 80);

	private final Map<Label, MemoryWindow> windows = new LinkedHashMap<>();

	private final WindowListeners listeners = new WindowListeners();

	private final Predicate<Origin> local;

	private final Runnable lastWindowClosed;

	private final MemoryScreens screens = new MemoryScreens();

	private final MemoryMainThread mainThread = new MemoryMainThread();

	private volatile boolean stopping;

	private volatile Outbound.Limits limits = Outbound.Limits.DEFAULT;

	/**
	 * Create a runtime whose application's pages come from
	 * {@code http://tauri.localhost}.
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public MemoryRuntime(Runnable lastWindowClosed) {
		this(APP_ORIGIN::equals, lastWindowClosed);
	}

	/**
	 * Create a runtime.
	 * @param local whether an origin is that of the application's own pages
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public MemoryRuntime(Predicate<Origin> local, Runnable lastWindowClosed) {
		Assert.notNull(local, "'local' must not be null");
		Assert.notNull(lastWindowClosed, "'lastWindowClosed' must not be null");
		this.local = local;
		this.lastWindowClosed = lastWindowClosed;
	}

	/**
	 * Bound what waits for each document that connects from now on.
	 * @param limits the bounds
	 */
	public void setLimits(Outbound.Limits limits) {
		Assert.notNull(limits, "'limits' must not be null");
		this.limits = limits;
	}

	/**
	 * What bounds what waits for each document.
	 * @return the bounds
	 */
	public Outbound.Limits limits() {
		return this.limits;
	}

	@Override
	public void start() {
		this.stopping = false;
	}

	@Override
	public Window create(WindowOptions asked) {
		Assert.notNull(asked, "'asked' must not be null");
		WindowOptions options = this.listeners.opening(asked);
		MemoryWindow window = new MemoryWindow(this, options, this.listeners);
		Label parent = options.traits().parent();
		synchronized (this.windows) {
			Assert.state(parent == null || this.windows.containsKey(parent),
					() -> "the parent window `" + parent + "` was not found");
			Assert.state(!this.windows.containsKey(options.label()),
					() -> "a window with label `" + options.label() + "` already exists");
			if (options.traits().webview()) {
				checkWebviewLabel(options.label());
			}
			this.windows.put(options.label(), window);
		}
		this.listeners.windowCreated(options.label());
		if (options.traits().webview()) {
			this.listeners.webviewCreated(options.label());
		}
		if (options.visible() && options.focus()) {
			window.focus();
		}
		return window;
	}

	private void checkWebviewLabel(Label label) {
		Assert.state(findWebview(label) == null, () -> "a webview with label `" + label + "` already exists");
	}

	MemoryWebview addWebview(MemoryWindow window, WebviewOptions options) {
		MemoryWebview webview;
		synchronized (this.windows) {
			checkOpen(window);
			checkWebviewLabel(options.label());
			webview = new MemoryWebview(window, options);
			window.attach(webview);
		}
		this.listeners.webviewCreated(options.label());
		if (options.focus()) {
			webview.focus();
		}
		return webview;
	}

	private void checkOpen(MemoryWindow window) {
		Assert.state(this.windows.get(window.label()) == window, () -> "window '" + window.label() + "' is closed");
	}

	void reparent(MemoryWebview webview, MemoryWindow window) {
		synchronized (this.windows) {
			if (webview.window() == window || !webview.window().webviews().contains(webview)) {
				return;
			}
			Assert.state(!webview.isWebviewWindow(), "cannot reparent when using a WebviewWindow");
			checkOpen(window);
			webview.changeHost(window);
		}
	}

	boolean isLocal(Origin origin) {
		return this.local.test(origin);
	}

	void focusing(MemoryWindow window) {
		for (MemoryWindow other : held()) {
			if (other != window) {
				other.blur();
			}
		}
	}

	void closed(MemoryWindow window) {
		if (find(window.label()) != window) {
			return;
		}
		for (MemoryWindow other : held()) {
			if (window.label().equals(other.parent())) {
				other.destroy();
			}
		}
		boolean last;
		synchronized (this.windows) {
			if (!this.windows.remove(window.label(), window)) {
				return;
			}
			last = this.windows.isEmpty() && !this.stopping;
		}
		this.listeners.destroyed(window.label());
		if (last) {
			this.lastWindowClosed.run();
		}
	}

	private List<MemoryWindow> held() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Override
	public List<Window> windows() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Override
	public @Nullable Window find(Label label) {
		synchronized (this.windows) {
			return this.windows.get(label);
		}
	}

	@Override
	public void addListener(WindowListener listener) {
		this.listeners.add(listener);
	}

	@Override
	public MemoryScreens screens() {
		return this.screens;
	}

	@Override
	public MainThread mainThread() {
		return this.mainThread;
	}

	@Override
	public void stop() {
		this.stopping = true;
		windows().forEach(Window::destroy);
		this.mainThread.executor.shutdown();
	}

	private static final class MemoryMainThread implements MainThread {

		private volatile @Nullable Thread thread;

		private final ExecutorService executor = Executors.newSingleThreadExecutor(this::newThread);

		private Thread newThread(Runnable work) {
			Thread thread = new Thread(work, "tauri-main");
			thread.setDaemon(true);
			this.thread = thread;
			return thread;
		}

		@Override
		public boolean isCurrent() {
			return Thread.currentThread() == this.thread;
		}

		@Override
		public void execute(Runnable work) {
			if (isCurrent()) {
				work.run();
			}
			else {
				this.executor.execute(work);
			}
		}

	}

}
