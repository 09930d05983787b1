package dev.tauriboot.runtime.memory;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A webview without an engine. Whoever plays the document connects by
 * {@link #connect(Origin, Runnable)} and drains its page's queue.
 *
 * @since 0.1.0
 */
public final class MemoryWebview implements Webview {

	private final MemoryWindow window;

	private volatile String url;

	private volatile @Nullable Page page;

	MemoryWebview(MemoryWindow window, String url) {
		this.window = window;
		this.url = url;
	}

	/**
	 * Connect a document. The one before it ends.
	 * @param origin the document's origin
	 * @param signal told when frames wait in the page's queue
	 * @return the page
	 */
	public synchronized Page connect(Origin origin, Runnable signal) {
		Assert.notNull(origin, "'origin' must not be null");
		disconnect();
		Page page = new Page(this, origin, new Outbound(signal, Outbound.Limits.DEFAULT, false));
		this.page = page;
		return page;
	}

	synchronized void disconnect() {
		Page page = this.page;
		if (page != null) {
			this.page = null;
			page.close();
		}
	}

	@Override
	public Label label() {
		return this.window.label();
	}

	@Override
	public Window window() {
		return this.window;
	}

	@Override
	public String url() {
		return this.url;
	}

	@Override
	public @Nullable Page page() {
		return this.page;
	}

	@Override
	public void navigate(String url) {
		disconnect();
		this.url = url;
	}

	@Override
	public void reload() {
		disconnect();
	}

	@Override
	public void eval(String script) {
		throw new IllegalStateException("webview '" + label() + "' has no engine that could run a script");
	}

}
