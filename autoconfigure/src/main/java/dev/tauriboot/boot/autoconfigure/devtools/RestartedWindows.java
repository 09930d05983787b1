package dev.tauriboot.boot.autoconfigure.devtools;

import java.lang.StackWalker.StackFrame;

import dev.tauriboot.javafx.FxRuntime;

import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves the windows to the next context when this one is closed to be restarted, and
 * takes those of the one before.
 */
final class RestartedWindows implements SmartLifecycle {

	private final FxRuntime runtime;

	private volatile boolean running;

	RestartedWindows(FxRuntime runtime) {
		this.runtime = runtime;
	}

	@Override
	public void start() {
		this.runtime.takeWindows();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		if (isRestart()) {
			this.runtime.leaveWindows();
		}
	}

	// A context is not told why it is closed: the restarter closes it, and waits.
	private static boolean isRestart() {
		String restarter = Restarter.class.getName();
		return StackWalker.getInstance()
			.walk((frames) -> frames.map(StackFrame::getClassName).anyMatch(restarter::equals));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// After the windows are opened, and before they are closed.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
