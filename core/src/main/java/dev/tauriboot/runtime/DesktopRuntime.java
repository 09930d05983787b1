package dev.tauriboot.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit that shows windows: JavaFX, a browser, or none.
 *
 * @since 0.1.0
 */
public interface DesktopRuntime {

	/**
	 * Get ready to open windows.
	 */
	void start();

	/**
	 * Open a window.
	 * @param options what it looks like and shows
	 * @return the window
	 * @throws IllegalStateException if a window has the label, or a webview that of its
	 * webview, the parent is unknown, or the runtime not started
	 */
	Window create(WindowOptions options);

	/**
	 * The open windows, in the order they were created.
	 * @return the windows
	 */
	List<Window> windows();

	/**
	 * Find a window.
	 * @param label its label
	 * @return the window, or {@code null} if none has that label
	 */
	@Nullable Window find(Label label);

	/**
	 * The webviews of all windows.
	 * @return the webviews, by windows
	 */
	default List<Webview> webviews() {
		List<Webview> webviews = new ArrayList<>();
		for (Window window : windows()) {
			webviews.addAll(window.webviews());
		}
		return webviews;
	}

	/**
	 * Find a webview, whichever window it is in.
	 * @param label its label
	 * @return the webview, or {@code null} if none has that label
	 */
	default @Nullable Webview findWebview(Label label) {
		for (Window window : windows()) {
			for (Webview webview : window.webviews()) {
				if (webview.label().equals(label)) {
					return webview;
				}
			}
		}
		return null;
	}

	/**
	 * Tell somebody what happens to the windows.
	 * @param listener the listener
	 */
	void addListener(WindowListener listener);

	/**
	 * The monitors.
	 * @return the monitors
	 */
	Screens screens();

	/**
	 * Runs work on the thread that owns the windows.
	 * @return the main thread
	 */
	MainThread mainThread();

	/**
	 * Close all windows and end. May be called twice.
	 */
	void stop();

}
