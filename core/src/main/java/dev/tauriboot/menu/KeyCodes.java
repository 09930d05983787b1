package dev.tauriboot.menu;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names of keys in accelerators, and their codes.
 */
final class KeyCodes {

	private static final Map<String, String> CODES = codes();

	private KeyCodes() {
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		for (char letter = 'A'; letter <= 'Z'; letter++) {
			put(codes, "Key" + letter, String.valueOf(letter));
		}
		for (char digit = '0'; digit <= '9'; digit++) {
			put(codes, "Digit" + digit, String.valueOf(digit));
			put(codes, "Numpad" + digit, "Num" + digit);
		}
		for (int number = 1; number <= 24; number++) {
			put(codes, "F" + number);
		}
		for (String direction : new String[] { "Up", "Down", "Left", "Right" }) {
			put(codes, "Arrow" + direction, direction);
		}
		for (String operation : new String[] { "Add", "Decimal", "Divide", "Enter", "Equal", "Multiply", "Subtract" }) {
			put(codes, "Numpad" + operation, "Num" + operation);
		}
		put(codes, "NumpadAdd", "NumPlus", "NumpadPlus");
		put(codes, "Backquote", "`");
		put(codes, "Backslash", "\\");
		put(codes, "BracketLeft", "[");
		put(codes, "BracketRight", "]");
		put(codes, "Comma", ",");
		put(codes, "Equal", "=");
		put(codes, "Minus", "-");
		put(codes, "Period", ".");
		put(codes, "Quote", "'");
		put(codes, "Semicolon", ";");
		put(codes, "Slash", "/");
		put(codes, "Escape", "Esc");
		for (String key : new String[] { "Backspace", "CapsLock", "Enter", "Space", "Tab", "Delete", "End", "Home",
				"Insert", "PageDown", "PageUp", "PrintScreen", "ScrollLock", "NumLock", "Pause" }) {
			put(codes, key);
		}
		put(codes, "AudioVolumeDown", "VolumeDown");
		put(codes, "AudioVolumeUp", "VolumeUp");
		put(codes, "AudioVolumeMute", "VolumeMute");
		put(codes, "MediaPlayPause");
		put(codes, "MediaStop");
		put(codes, "MediaTrackNext");
		put(codes, "MediaTrackPrevious", "MediaTrackPrev");
		return Map.copyOf(codes);
	}

	private static void put(Map<String, String> codes, String code, String... names) {
		codes.put(code.toUpperCase(Locale.ROOT), code);
		for (String name : names) {
			codes.put(name.toUpperCase(Locale.ROOT), code);
		}
	}

	static @Nullable String of(String name) {
		return CODES.get(name.toUpperCase(Locale.ROOT));
	}

}
