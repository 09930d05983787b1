package dev.tauriboot.conformance;

import dev.tauriboot.test.FxUser;
import dev.tauriboot.window.Webview;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.web.WebView;

/**
 * A mouse over a webview. Points are those of the webview when the button went down.
 */
final class Mouse {

	private final WebView view;

	private Point2D origin = Point2D.ZERO;

	Mouse(Webview webview) throws Exception {
		this.view = FxViews.of(webview);
	}

	void press(double x, double y, int clicks) throws Exception {
		this.origin = FxUser.onFxThread(() -> this.view.localToScreen(0, 0));
		fire(MouseEvent.MOUSE_PRESSED, x, y, clicks);
	}

	void drag(double x, double y) throws Exception {
		fire(MouseEvent.MOUSE_DRAGGED, x, y, 1);
	}

	void release(double x, double y) throws Exception {
		fire(MouseEvent.MOUSE_RELEASED, x, y, 1);
	}

	private void fire(EventType<MouseEvent> type, double x, double y, int clicks) throws Exception {
		FxUser.onFxThread(() -> {
			boolean down = type != MouseEvent.MOUSE_RELEASED;
			Event.fireEvent(this.view,
					new MouseEvent(type, x, y, this.origin.getX() + x, this.origin.getY() + y, MouseButton.PRIMARY,
							clicks, false, false, false, false, down, false, false, false, false, true, null));
			return type;
		});
	}

}
