package dev.tauriboot.boot.autoconfigure;

import java.util.List;

import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.WindowOptions;

import org.springframework.context.SmartLifecycle;

/**
 * Opens the windows when everything else has started and closes them before anything else
 * stops.
 */
final class TauriLifecycle implements SmartLifecycle {

	private final DesktopRuntime runtime;

	private final List<WindowOptions> windows;

	private volatile boolean running;

	TauriLifecycle(DesktopRuntime runtime, List<WindowOptions> windows) {
		this.runtime = runtime;
		this.windows = windows;
	}

	@Override
	public void start() {
		this.runtime.start();
		this.windows.forEach(this.runtime::create);
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
