package dev.tauriboot.window;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.tauriboot.Label;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Listeners as one, for runtimes. They are called in the order they were added; one that
 * throws is logged and does not keep the others, or the window, from going on.
 *
 * @since 0.1.0
 */
public final class WindowListeners implements WindowListener {

	private static final Log logger = LogFactory.getLog(WindowListeners.class);

	private final List<WindowListener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Add a listener.
	 * @param listener the listener
	 */
	public void add(WindowListener listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
	}

	@Override
	public WindowOptions opening(WindowOptions options) {
		WindowOptions[] latest = { options };
		tell((listener) -> {
			WindowOptions changed = listener.opening(latest[0]);
			Assert.state(changed.label().equals(options.label()), "a listener has changed the label of a window");
			latest[0] = changed;
		});
		return latest[0];
	}

	@Override
	public void windowCreated(Label window) {
		tell((listener) -> listener.windowCreated(window));
	}

	@Override
	public void webviewCreated(Label webview) {
		tell((listener) -> listener.webviewCreated(webview));
	}

	@Override
	public boolean navigating(Label webview, String url) {
		boolean[] may = { true };
		tell((listener) -> may[0] &= listener.navigating(webview, url));
		return may[0];
	}

	@Override
	public void resized(Label window, int width, int height) {
		tell((listener) -> listener.resized(window, width, height));
	}

	@Override
	public void moved(Label window, int x, int y) {
		tell((listener) -> listener.moved(window, x, y));
	}

	@Override
	public void focused(Label window, boolean focused) {
		tell((listener) -> listener.focused(window, focused));
	}

	@Override
	public void scaleChanged(Label window, double scaleFactor, int width, int height) {
		tell((listener) -> listener.scaleChanged(window, scaleFactor, width, height));
	}

	@Override
	public void themeChanged(Label window, boolean dark) {
		tell((listener) -> listener.themeChanged(window, dark));
	}

	@Override
	public boolean closeRequested(Label window) {
		boolean[] stays = { false };
		tell((listener) -> stays[0] |= listener.closeRequested(window));
		return stays[0];
	}

	@Override
	public void destroyed(Label window) {
		tell((listener) -> listener.destroyed(window));
	}

	@Override
	public void dragEntered(Webview webview, List<String> paths, double x, double y) {
		tell((listener) -> listener.dragEntered(webview, paths, x, y));
	}

	@Override
	public void dragOver(Webview webview, double x, double y) {
		tell((listener) -> listener.dragOver(webview, x, y));
	}

	@Override
	public void dropped(Webview webview, List<String> paths, double x, double y) {
		tell((listener) -> listener.dropped(webview, paths, x, y));
	}

	@Override
	public void dragLeft(Webview webview) {
		tell((listener) -> listener.dragLeft(webview));
	}

	private void tell(Consumer<WindowListener> call) {
		for (WindowListener listener : this.listeners) {
			try {
				call.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.error("A window listener failed", ex);
			}
		}
	}

}
