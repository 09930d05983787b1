package dev.tauriboot.javafx;

import org.jspecify.annotations.Nullable;

/**
 * Which window has the focus: one at most, as there is one toolkit. Not every platform of
 * JavaFX says when a window has lost it to another; the headless ones do not. Lives on
 * the JavaFX application thread.
 */
final class FxFocus {

	private static @Nullable FxFrame current;

	private FxFocus() {
	}

	static void gained(FxFrame frame) {
		FxFrame before = current;
		if (before != frame) {
			current = frame;
			if (before != null) {
				before.tellFocus(false);
			}
			frame.tellFocus(true);
		}
	}

	static void lost(FxFrame frame) {
		if (current == frame) {
			current = null;
			frame.tellFocus(false);
		}
	}

	static @Nullable FxFrame current() {
		return current;
	}

	static boolean isOn(FxFrame frame) {
		return current == frame;
	}

}
