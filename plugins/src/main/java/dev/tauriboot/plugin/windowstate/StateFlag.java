package dev.tauriboot.plugin.windowstate;

import java.util.EnumSet;
import java.util.Set;

import dev.tauriboot.ipc.InvokeException;

/**
 * What is kept of a window, by the bits that pages use.
 *
 * @since 0.1.0
 */
public enum StateFlag {

	/** The size of its content. */
	SIZE,

	/** Its position. */
	POSITION,

	/** Whether it is maximized. */
	MAXIMIZED,

	/** Whether it is shown. */
	VISIBLE,

	/** Whether it has a title bar and borders. */
	DECORATIONS,

	/** Whether it covers the whole screen. */
	FULLSCREEN;

	/**
	 * The flags of a number.
	 * @param bits the number, a bit for each flag
	 * @return the flags
	 * @throws InvokeException if there are other bits
	 */
	static Set<StateFlag> of(long bits) {
		if ((bits & ~63L) != 0) {
			throw new InvokeException("Invalid state flags bits: " + bits);
		}
		Set<StateFlag> flags = EnumSet.noneOf(StateFlag.class);
		for (StateFlag flag : values()) {
			if ((bits & (1L << flag.ordinal())) != 0) {
				flags.add(flag);
			}
		}
		return flags;
	}

}
