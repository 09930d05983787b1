package dev.tauriboot.javafx;

import java.util.Locale;

import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.Accelerator.Modifier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.jspecify.annotations.Nullable;

/**
 * Keys and the texts that name them, as JavaFX has them.
 */
final class FxKeys {

	private FxKeys() {
	}

	/**
	 * Mark the key of a text as JavaFX does, by an underscore.
	 */
	static String text(String text) {
		StringBuilder marked = new StringBuilder(text.length() + 1);
		boolean found = false;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '_') {
				marked.append("__");
			}
			else if (character != '&') {
				marked.append(character);
			}
			else if (i + 1 < text.length() && text.charAt(i + 1) == '&') {
				marked.append('&');
				i++;
			}
			else if (!found && i + 1 < text.length()) {
				marked.append('_');
				found = true;
			}
		}
		return marked.toString();
	}

	static @Nullable KeyCombination combination(@Nullable Accelerator accelerator) {
		KeyCode code = (accelerator != null) ? code(accelerator.key()) : null;
		if (accelerator == null || code == null) {
			return null;
		}
		return new KeyCodeCombination(code, value(accelerator, Modifier.SHIFT), value(accelerator, Modifier.CONTROL),
				value(accelerator, Modifier.ALT), value(accelerator, Modifier.COMMAND),
				value(accelerator, Modifier.COMMAND_OR_CONTROL));
	}

	private static ModifierValue value(Accelerator accelerator, Modifier modifier) {
		return accelerator.modifiers().contains(modifier) ? ModifierValue.DOWN : ModifierValue.UP;
	}

	static @Nullable KeyCode code(String key) {
		if (key.startsWith("Key")) {
			return KeyCode.valueOf(key.substring(3));
		}
		if (key.startsWith("Digit")) {
			return KeyCode.valueOf("DIGIT" + key.substring(5));
		}
		if (key.startsWith("Arrow")) {
			return KeyCode.valueOf(key.substring(5).toUpperCase(Locale.ROOT));
		}
		if (key.matches("F\\d+")) {
			return KeyCode.valueOf(key);
		}
		if (key.matches("Numpad\\d")) {
			return KeyCode.valueOf("NUMPAD" + key.substring(6));
		}
		return switch (key) {
			case "NumpadAdd" -> KeyCode.ADD;
			case "NumpadDecimal" -> KeyCode.DECIMAL;
			case "NumpadDivide" -> KeyCode.DIVIDE;
			case "NumpadMultiply" -> KeyCode.MULTIPLY;
			case "NumpadSubtract" -> KeyCode.SUBTRACT;
			case "Backquote" -> KeyCode.BACK_QUOTE;
			case "Backslash" -> KeyCode.BACK_SLASH;
			case "BracketLeft" -> KeyCode.OPEN_BRACKET;
			case "BracketRight" -> KeyCode.CLOSE_BRACKET;
			case "Comma" -> KeyCode.COMMA;
			case "Equal", "NumpadEqual" -> KeyCode.EQUALS;
			case "Minus" -> KeyCode.MINUS;
			case "Period" -> KeyCode.PERIOD;
			case "Quote" -> KeyCode.QUOTE;
			case "Semicolon" -> KeyCode.SEMICOLON;
			case "Slash" -> KeyCode.SLASH;
			case "Escape" -> KeyCode.ESCAPE;
			case "Backspace" -> KeyCode.BACK_SPACE;
			case "CapsLock" -> KeyCode.CAPS;
			case "Enter", "NumpadEnter" -> KeyCode.ENTER;
			case "Space" -> KeyCode.SPACE;
			case "Tab" -> KeyCode.TAB;
			case "Delete" -> KeyCode.DELETE;
			case "End" -> KeyCode.END;
			case "Home" -> KeyCode.HOME;
			case "Insert" -> KeyCode.INSERT;
			case "PageDown" -> KeyCode.PAGE_DOWN;
			case "PageUp" -> KeyCode.PAGE_UP;
			case "PrintScreen" -> KeyCode.PRINTSCREEN;
			case "ScrollLock" -> KeyCode.SCROLL_LOCK;
			case "NumLock" -> KeyCode.NUM_LOCK;
			case "Pause" -> KeyCode.PAUSE;
			case "AudioVolumeDown" -> KeyCode.VOLUME_DOWN;
			case "AudioVolumeUp" -> KeyCode.VOLUME_UP;
			case "AudioVolumeMute" -> KeyCode.MUTE;
			case "MediaPlayPause" -> KeyCode.PLAY;
			case "MediaStop" -> KeyCode.STOP;
			case "MediaTrackNext" -> KeyCode.TRACK_NEXT;
			case "MediaTrackPrevious" -> KeyCode.TRACK_PREV;
			default -> null;
		};
	}

}
