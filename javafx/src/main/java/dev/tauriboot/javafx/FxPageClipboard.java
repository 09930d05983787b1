package dev.tauriboot.javafx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * Puts on the clipboard what pages copy. That the user has asked for it is the engine's
 * judgement: without a click or a key there is no copying. Lives on the JavaFX
 * application thread.
 */
final class FxPageClipboard {

	private FxPageClipboard() {
	}

	static void copy(String text, @Nullable String html) {
		ClipboardContent content = new ClipboardContent();
		content.putString(text);
		if (html != null && !html.isEmpty()) {
			content.putHtml(html);
		}
		Clipboard.getSystemClipboard().setContent(content);
	}

	static @Nullable String read() {
		return Clipboard.getSystemClipboard().getString();
	}

}
