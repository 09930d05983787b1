package dev.tauriboot.javafx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

/**
 * The windows between two contexts of one JVM. Lives on the JavaFX application thread.
 */
final class FxLeftWindows {

	private static final Map<Label, FxLeftWindow> WINDOWS = new LinkedHashMap<>();

	private static final Map<Label, String> STATES = new LinkedHashMap<>();

	private FxLeftWindows() {
	}

	/**
	 * Windows are about to be left. Those of a context that could not start wait longer.
	 */
	static void begin() {
		STATES.clear();
	}

	static void leave(FxLeftWindow window) {
		Label label = window.options().label();
		WINDOWS.put(label, window);
		window.stage().setOnCloseRequest((event) -> {
			WINDOWS.remove(label);
			STATES.remove(label);
		});
	}

	static void leaveState(Label webview, @Nullable String state) {
		if (state != null) {
			STATES.put(webview, state);
		}
	}

	static @Nullable FxLeftWindow take(Label label) {
		return WINDOWS.remove(label);
	}

	static @Nullable String takeState(Label webview) {
		return STATES.remove(webview);
	}

	static List<WindowOptions> waiting() {
		return WINDOWS.values().stream().map(FxLeftWindow::options).toList();
	}

	/**
	 * All have been taken that will be.
	 */
	static void end() {
		WINDOWS.values().forEach(FxLeftWindow::discard);
		WINDOWS.clear();
	}

}
