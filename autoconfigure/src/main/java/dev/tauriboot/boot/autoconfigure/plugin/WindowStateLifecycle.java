package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.windowstate.WindowStates;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps the states of windows before the end of the application closes them.
 */
final class WindowStateLifecycle implements SmartLifecycle {

	private final WindowStates states;

	private volatile boolean running;

	WindowStateLifecycle(WindowStates states) {
		this.states = states;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.states.finish();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Stops first.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
