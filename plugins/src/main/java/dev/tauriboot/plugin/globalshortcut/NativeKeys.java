package dev.tauriboot.plugin.globalshortcut;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.github.kwhat.jnativehook.NativeInputEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import dev.tauriboot.menu.Accelerator.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Keys as the library that watches them numbers them. They are told apart by where they
 * are, as codes of pages are.
 */
final class NativeKeys {

	private static final Map<String, Integer> NUMBERS = numbers();

	private NativeKeys() {
	}

	private static Map<String, Integer> numbers() {
		Map<String, Integer> numbers = new HashMap<>();
		row(numbers, NativeKeyEvent.VC_1, "Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7",
				"Digit8", "Digit9", "Digit0", "Minus", "Equal", "Backspace", "Tab");
		row(numbers, NativeKeyEvent.VC_Q, "KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY", "KeyU", "KeyI", "KeyO",
				"KeyP", "BracketLeft", "BracketRight", "Enter");
		row(numbers, NativeKeyEvent.VC_A, "KeyA", "KeyS", "KeyD", "KeyF", "KeyG", "KeyH", "KeyJ", "KeyK", "KeyL",
				"Semicolon", "Quote", "Backquote");
		row(numbers, NativeKeyEvent.VC_BACK_SLASH, "Backslash", "KeyZ", "KeyX", "KeyC", "KeyV", "KeyB", "KeyN", "KeyM",
				"Comma", "Period", "Slash");
		row(numbers, NativeKeyEvent.VC_F1, "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "NumLock",
				"ScrollLock");
		row(numbers, NativeKeyEvent.VC_F11, "F11", "F12");
		row(numbers, NativeKeyEvent.VC_F13, "F13", "F14", "F15");
		row(numbers, NativeKeyEvent.VC_F16, "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24");
		numbers.put("Escape", NativeKeyEvent.VC_ESCAPE);
		numbers.put("Space", NativeKeyEvent.VC_SPACE);
		numbers.put("CapsLock", NativeKeyEvent.VC_CAPS_LOCK);
		numbers.put("PrintScreen", NativeKeyEvent.VC_PRINTSCREEN);
		numbers.put("Pause", NativeKeyEvent.VC_PAUSE);
		numbers.put("Insert", NativeKeyEvent.VC_INSERT);
		numbers.put("Delete", NativeKeyEvent.VC_DELETE);
		numbers.put("Home", NativeKeyEvent.VC_HOME);
		numbers.put("End", NativeKeyEvent.VC_END);
		numbers.put("PageUp", NativeKeyEvent.VC_PAGE_UP);
		numbers.put("PageDown", NativeKeyEvent.VC_PAGE_DOWN);
		numbers.put("ArrowUp", NativeKeyEvent.VC_UP);
		numbers.put("ArrowDown", NativeKeyEvent.VC_DOWN);
		numbers.put("ArrowLeft", NativeKeyEvent.VC_LEFT);
		numbers.put("ArrowRight", NativeKeyEvent.VC_RIGHT);
		numbers.put("AudioVolumeUp", NativeKeyEvent.VC_VOLUME_UP);
		numbers.put("AudioVolumeDown", NativeKeyEvent.VC_VOLUME_DOWN);
		numbers.put("AudioVolumeMute", NativeKeyEvent.VC_VOLUME_MUTE);
		numbers.put("MediaPlayPause", NativeKeyEvent.VC_MEDIA_PLAY);
		numbers.put("MediaStop", NativeKeyEvent.VC_MEDIA_STOP);
		numbers.put("MediaTrackNext", NativeKeyEvent.VC_MEDIA_NEXT);
		numbers.put("MediaTrackPrevious", NativeKeyEvent.VC_MEDIA_PREVIOUS);
		return Map.copyOf(numbers);
	}

	private static void row(Map<String, Integer> numbers, int first, String... codes) {
		for (int i = 0; i < codes.length; i++) {
			numbers.put(codes[i], first + i);
		}
	}

	static @Nullable Integer number(String code) {
		return NUMBERS.get(code);
	}

	static Set<Modifier> modifiers(NativeKeyEvent event) {
		Set<Modifier> held = EnumSet.noneOf(Modifier.class);
		add(held, event, NativeInputEvent.SHIFT_MASK, Modifier.SHIFT);
		add(held, event, NativeInputEvent.CTRL_MASK, Modifier.CONTROL);
		add(held, event, NativeInputEvent.ALT_MASK, Modifier.ALT);
		add(held, event, NativeInputEvent.META_MASK, Modifier.COMMAND);
		return held;
	}

	private static void add(Set<Modifier> held, NativeKeyEvent event, int mask, Modifier modifier) {
		if ((event.getModifiers() & mask) != 0) {
			held.add(modifier);
		}
	}

}
