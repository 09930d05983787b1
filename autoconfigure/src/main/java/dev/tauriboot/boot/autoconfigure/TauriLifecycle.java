package dev.tauriboot.boot.autoconfigure;

import java.util.List;

import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.WindowOptions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the windows when everything else has started and closes them before anything else
 * stops.
 */
final class TauriLifecycle implements SmartLifecycle {

	private final DesktopRuntime runtime;

	private final ObjectProvider<CommandRegistry> commands;

	private final List<WindowOptions> windows;

	private volatile boolean running;

	TauriLifecycle(DesktopRuntime runtime, ObjectProvider<CommandRegistry> commands, List<WindowOptions> windows) {
		this.runtime = runtime;
		this.commands = commands;
		this.windows = windows;
	}

	@Override
	public void start() {
		// what is wrong with the commands is said now, not at the first call
		this.commands.getObject();
		this.runtime.start();
		try {
			this.windows.forEach(this.runtime::create);
		}
		catch (RuntimeException ex) {
			// Nobody stops what has not started, and the next context may be in this JVM.
			this.runtime.stop();
			throw ex;
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.runtime.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}

}
