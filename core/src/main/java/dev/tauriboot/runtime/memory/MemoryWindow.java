package dev.tauriboot.runtime.memory;

import java.util.List;
import java.util.function.Consumer;

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

	MemoryWindow(WindowOptions options, WindowListener listener, Consumer<MemoryWindow> closed) {
		super(options, listener);
		this.closed = closed;
		this.webview = new MemoryWebview(this, options.url());
	}

	@Override
	public List<Webview> webviews() {
		return List.of(this.webview);
	}

	@Override
	public void destroy() {
		this.webview.disconnect();
		this.closed.accept(this);
	}

}
