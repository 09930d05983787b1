package dev.tauriboot.plugin.fs;

/**
 * Runs something later.
 */
@FunctionalInterface
interface Delay {

	void run(Runnable action);

}
