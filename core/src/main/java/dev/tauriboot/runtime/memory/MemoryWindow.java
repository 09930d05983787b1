package dev.tauriboot.runtime.memory;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.tauriboot.Origin;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;

/**
 * A window that holds its state and shows nothing.
 */
final class MemoryWindow extends HeldWindow {

	private final MemoryWebview webview;

	private final Consumer<MemoryWindow> closed;

	private final Predicate<Origin> local;

	MemoryWindow(WindowOptions options, WindowListener listener, Predicate<Origin> local,
			Consumer<MemoryWindow> closed) {
		super(options, listener);
		this.local = local;
		this.closed = closed;
		this.webview = new MemoryWebview(this, options.url());
	}

	@Override
	public List<Webview> webviews() {
		return List.of(this.webview);
	}

	boolean isLocal(Origin origin) {
		return this.local.test(origin);
	}

	@Override
	public void destroy() {
		this.webview.disconnect();
		this.closed.accept(this);
	}

}
