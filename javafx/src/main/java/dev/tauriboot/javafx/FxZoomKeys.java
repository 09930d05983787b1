package dev.tauriboot.javafx;

import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.web.WebView;

/**
 * Zooms a page by the keys that browsers have for it, and by the wheel.
 */
final class FxZoomKeys {

	private static final double STEP = 0.2;

	private static final double MIN = 0.2;

	private static final double MAX = 10;

	// What JavaFX makes of a notch of the wheel. Some devices scroll less at a time.
	private static final double NOTCH = 40;

	private FxZoomKeys() {
	}

	static void watch(WebView view) {
		view.addEventFilter(KeyEvent.KEY_PRESSED, (event) -> {
			if (event.isShortcutDown() && !event.isAltDown()) {
				press(view, event);
			}
		});
		view.addEventFilter(ScrollEvent.SCROLL, (event) -> {
			if (event.isShortcutDown() && !event.isAltDown()) {
				zoom(view, view.getZoom() + event.getDeltaY() / NOTCH * STEP, event);
			}
		});
	}

	private static void press(WebView view, KeyEvent event) {
		switch (event.getCode()) {
			case PLUS, EQUALS, ADD -> step(view, 1, event);
			case MINUS, SUBTRACT -> step(view, -1, event);
			case DIGIT0, NUMPAD0 -> zoom(view, 1, event);
			default -> {
			}
		}
	}

	private static void step(WebView view, int steps, KeyEvent event) {
		zoom(view, (Math.round(view.getZoom() / STEP) + steps) * STEP, event);
	}

	private static void zoom(WebView view, double zoom, InputEvent event) {
		view.setZoom(Math.min(MAX, Math.max(MIN, zoom)));
		event.consume();
	}

}
