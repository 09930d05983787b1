package dev.tauriboot.javafx;

import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;

/**
 * Zooms a page by the keys that browsers have for it.
 */
final class FxZoomKeys {

	private static final double STEP = 0.2;

	private static final double MIN = 0.2;

	private static final double MAX = 10;

	private FxZoomKeys() {
	}

	static void watch(WebView view) {
		view.addEventFilter(KeyEvent.KEY_PRESSED, (event) -> {
			if (event.isShortcutDown() && !event.isAltDown()) {
				press(view, event);
			}
		});
	}

	private static void press(WebView view, KeyEvent event) {
		switch (event.getCode()) {
			case PLUS, EQUALS, ADD -> zoom(view, view.getZoom() + STEP, event);
			case MINUS, SUBTRACT -> zoom(view, view.getZoom() - STEP, event);
			case DIGIT0, NUMPAD0 -> zoom(view, 1, event);
			default -> {
			}
		}
	}

	private static void zoom(WebView view, double zoom, KeyEvent event) {
		view.setZoom(Math.min(MAX, Math.max(MIN, Math.round(zoom / STEP) * STEP)));
		event.consume();
	}

}
