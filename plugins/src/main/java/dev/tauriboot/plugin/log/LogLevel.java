package dev.tauriboot.plugin.log;

import org.jspecify.annotations.Nullable;

/**
 * How much a line matters, by the numbers that pages use.
 *
 * @since 0.1.0
 */
public enum LogLevel {

	/** Each step. */
	TRACE,

	/** What helps to find a fault. */
	DEBUG,

	/** What goes on. */
	INFO,

	/** What is not as it should be. */
	WARN,

	/** What has failed. */
	ERROR;

	/**
	 * The number on the wire.
	 * @return a number from 1, for {@link #TRACE}, to 5
	 */
	public int number() {
		return ordinal() + 1;
	}

	static @Nullable LogLevel ofNumber(long number) {
		return (number >= 1 && number <= values().length) ? values()[(int) number - 1] : null;
	}

}
