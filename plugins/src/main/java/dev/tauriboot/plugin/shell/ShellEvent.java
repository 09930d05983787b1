package dev.tauriboot.plugin.shell;

/**
 * What happens to a program that runs beside the application.
 *
 * @since 0.1.0
 */
public sealed interface ShellEvent {

	/**
	 * It has written something.
	 *
	 * @param error whether to its standard error
	 * @param bytes what: a line with its end, or as much as there was
	 */
	record Output(boolean error, byte[] bytes) implements ShellEvent {
	}

	/**
	 * It has ended, and everything it wrote was told before.
	 *
	 * @param status how it ended
	 */
	record Terminated(ExitStatus status) implements ShellEvent {
	}

}
