package dev.tauriboot.plugin.globalshortcut;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.Accelerator.Modifier;

import org.springframework.util.Assert;

/**
 * Keys of this system: two texts that mean the same keys make equal shortcuts.
 *
 * @param modifiers the keys to hold: control, alt, shift and the system's own
 * @param key the code of the key to press, as {@code KeyboardEvent.code} of pages has it
 * @since 0.1.0
 */
public record Shortcut(Set<Modifier> modifiers, String key) {

	private static final Modifier PRIMARY = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
			? Modifier.COMMAND : Modifier.CONTROL;

	public Shortcut {
		Assert.hasText(key, "'key' must not be empty");
		EnumSet<Modifier> held = EnumSet.noneOf(Modifier.class);
		for (Modifier modifier : modifiers) {
			held.add((modifier == Modifier.COMMAND_OR_CONTROL) ? PRIMARY : modifier);
		}
		modifiers = Set.copyOf(held);
	}

	/**
	 * Read keys.
	 * @param text such as {@code CmdOrCtrl+Shift+K}, see {@link Accelerator#parse}
	 * @return the keys
	 * @throws IllegalArgumentException if the text does not name keys
	 */
	public static Shortcut parse(String text) {
		Accelerator accelerator = Accelerator.parse(text);
		return new Shortcut(accelerator.modifiers(), accelerator.key());
	}

	/**
	 * A number for the keys, equal for equal keys, in every run.
	 * @return an unsigned number of 32 bits
	 */
	public long id() {
		int bits = 0;
		for (Modifier modifier : this.modifiers) {
			bits |= 1 << modifier.ordinal();
		}
		return Integer.toUnsignedLong(31 * this.key.hashCode() + bits);
	}

}
