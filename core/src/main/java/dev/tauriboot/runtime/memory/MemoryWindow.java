package dev.tauriboot.runtime.memory;

import java.util.List;
import java.util.function.Consumer;

import dev.tauriboot.Label;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;

/**
 * A window that holds its state and shows nothing.
 */
final class MemoryWindow implements Window {

	private final Label label;

	private final MemoryWebview webview;

	private final Consumer<MemoryWindow> closed;

	private volatile String title;

	MemoryWindow(WindowOptions options, Consumer<MemoryWindow> closed) {
		this.label = options.label();
		this.title = options.title();
		this.closed = closed;
		this.webview = new MemoryWebview(this, options.url());
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public List<Webview> webviews() {
		return List.of(this.webview);
	}

	@Override
	public String title() {
		return this.title;
	}

	@Override
	public void setTitle(String title) {
		this.title = title;
	}

	@Override
	public void close() {
		destroy();
	}

	@Override
	public void destroy() {
		this.webview.disconnect();
		this.closed.accept(this);
	}

}
