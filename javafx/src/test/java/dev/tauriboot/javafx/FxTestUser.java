package dev.tauriboot.javafx;

import java.util.Arrays;
import java.util.List;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;

/**
 * Mouse and keyboard in front of a webview.
 */
record FxTestUser(FxWebview webview) {

	void click(double x, double y) {
		act(() -> {
			for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_PRESSED,
					MouseEvent.MOUSE_RELEASED)) {
				Event.fireEvent(this.webview.view(), new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false,
						false, false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null));
			}
		});
	}

	void press(KeyCode key, KeyCombination.Modifier... modifiers) {
		List<KeyCombination.Modifier> down = Arrays.asList(modifiers);
		boolean shortcut = down.contains(KeyCombination.SHORTCUT_DOWN);
		boolean mac = System.getProperty("os.name").startsWith("Mac");
		act(() -> {
			for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
				Event.fireEvent(this.webview.view(),
						new KeyEvent(type, "", "", key, down.contains(KeyCombination.SHIFT_DOWN), shortcut && !mac,
								down.contains(KeyCombination.ALT_DOWN), shortcut && mac));
			}
		});
	}

	void turnWheel(double pixels, KeyCombination.Modifier... modifiers) {
		boolean shortcut = Arrays.asList(modifiers).contains(KeyCombination.SHORTCUT_DOWN);
		boolean mac = System.getProperty("os.name").startsWith("Mac");
		act(() -> Event.fireEvent(this.webview.view(),
				new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, shortcut && !mac, false, shortcut && mac,
						true, false, 0, pixels, 0, pixels, HorizontalTextScrollUnits.NONE, 0,
						VerticalTextScrollUnits.NONE, 0, 0, null)));
	}

	void type(String text) {
		act(() -> text.chars()
			.forEach((c) -> Event.fireEvent(this.webview.view(), new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(c),
					"", KeyCode.UNDEFINED, false, false, false, false))));
	}

	// What the page does then may last until the test answers it.
	private void act(Runnable work) {
		new FxMainThread().execute(work);
		FxTestApp.await(this.webview, "true");
	}

}
