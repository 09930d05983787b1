package dev.tauriboot.isolation;

/**
 * Puts a call at the start of each loop and each function of a script, so that a script
 * that runs on for ever can be ended.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LoopGuard {

	/**
	 * Guard a script.
	 * @param script its text
	 * @param module whether it is a module
	 * @param call the call, an expression
	 * @return the text with the calls, in as many lines
	 * @throws IllegalArgumentException if the script cannot be read; the message says
	 * why, and in which line
	 */
	String guard(String script, boolean module, String call);

}
