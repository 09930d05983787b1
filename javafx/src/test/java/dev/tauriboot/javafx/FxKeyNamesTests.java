package dev.tauriboot.javafx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of keys, which the engine leaves empty.
 */
class FxKeyNamesTests {

	@Test
	void keysHaveNames() throws Exception {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview main = app.open("main");
			main.evaluate("""
					window.keys = [];
					for (const type of ['keydown', 'keypress', 'keyup']) {
					  addEventListener(type, ({ key, code }) => keys.push(`${type} ${key} ${code}`));
					}""");
			app.runtime.mainThread().execute(() -> {
				fire(main, KeyCode.A, false);
				fire(main, KeyCode.K, true);
				fire(main, KeyCode.ENTER, false);
				fire(main, KeyCode.SLASH, true);
				fire(main, KeyCode.LEFT, false);
				fire(main, KeyCode.F5, false);
			});
			FxTestApp.await(main, "keys.length === 6");
			assertThat(main.evaluate("keys.join()")).isEqualTo(
					"keydown a KeyA,keydown K KeyK,keydown Enter Enter,keydown ? Slash,keydown ArrowLeft ArrowLeft,"
							+ "keydown F5 F5");
			assertThat(main.evaluate("new KeyboardEvent('keydown', { key: 'x' }).key + new KeyboardEvent('keyup').key"))
				.isEqualTo("x");
		}
	}

	private static void fire(FxWebview webview, KeyCode code, boolean shift) {
		webview.view().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
	}

}
