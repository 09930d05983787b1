package dev.tauriboot.menu;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Keys that choose an item, such as {@code CmdOrCtrl+Shift+K}.
 *
 * @param modifiers the keys to hold
 * @param key the code of the key to press, as {@code KeyboardEvent.code} of pages has it,
 * such as {@code KeyK}, {@code Digit1} or {@code ArrowUp}
 * @since 0.1.0
 */
public record Accelerator(Set<Modifier> modifiers, String key) {

	public Accelerator {
		Assert.hasText(key, "'key' must not be empty");
		modifiers = Set.copyOf(modifiers);
	}

	/**
	 * Read keys.
	 * @param text names of modifiers and, last, of one key, with {@code +} between them,
	 * in small or capital letters
	 * @return the keys
	 * @throws IllegalArgumentException if the text does not name keys
	 */
	public static Accelerator parse(String text) {
		Assert.notNull(text, "'text' must not be null");
		Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
		String[] tokens = text.split("\\+", -1);
		for (int i = 0; i < tokens.length - 1; i++) {
			String token = tokens[i].trim();
			Modifier modifier = Modifier.of(token.toUpperCase(Locale.ROOT));
			Assert.isTrue(modifier != null, () -> token.isEmpty() ? "the accelerator '" + text + "' misses a key"
					: "the accelerator '" + text + "' has '" + token + "' where only a modifier can be");
			modifiers.add(modifier);
		}
		String last = tokens[tokens.length - 1].trim();
		String key = KeyCodes.of(last);
		Assert.isTrue(key != null, () -> last.isEmpty() ? "the accelerator '" + text + "' misses a key"
				: "the accelerator '" + text + "' has no key: '" + last + "' is none");
		return new Accelerator(modifiers, key);
	}

	/**
	 * Read keys that may not be any.
	 * @param text as for {@link #parse}, or {@code null}
	 * @return the keys, or {@code null} if the text does not name any
	 */
	public static @Nullable Accelerator parseIfValid(@Nullable String text) {
		try {
			return (text != null) ? parse(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Keys to hold.
	 */
	public enum Modifier {

		/** The command key on macOS, the control key elsewhere. */
		COMMAND_OR_CONTROL,

		/** The command key, or the one with the system's logo. */
		COMMAND,

		/** The control key. */
		CONTROL,

		/** The alt or option key. */
		ALT,

		/** The shift key. */
		SHIFT;

		static @Nullable Modifier of(String token) {
			return switch (token) {
				case "COMMANDORCONTROL", "COMMANDORCTRL", "CMDORCTRL", "CMDORCONTROL" -> COMMAND_OR_CONTROL;
				case "COMMAND", "CMD", "SUPER", "META" -> COMMAND;
				case "CONTROL", "CTRL" -> CONTROL;
				case "OPTION", "ALT" -> ALT;
				case "SHIFT" -> SHIFT;
				default -> null;
			};
		}

	}

}
