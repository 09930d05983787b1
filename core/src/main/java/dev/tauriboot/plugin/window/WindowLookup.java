package dev.tauriboot.plugin.window;

import dev.tauriboot.Label;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Finds the window that a call is about: the one of the label, or the caller's own
 * (section 10.0 of the wire contract).
 *
 * @since 0.1.0
 */
public final class WindowLookup {

	private final DesktopRuntime runtime;

	private final int max;

	/**
	 * Create the lookup.
	 * @param runtime has the windows
	 */
	public WindowLookup(DesktopRuntime runtime) {
		this(runtime, Integer.MAX_VALUE);
	}

	/**
	 * Create the lookup where there is a limit.
	 * @param runtime has the windows
	 * @param max how many there may be for a page to open another
	 */
	public WindowLookup(DesktopRuntime runtime, int max) {
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.runtime = runtime;
		this.max = max;
	}

	void checkRoom() {
		if (this.runtime.windows().size() >= this.max) {
			throw new InvokeException("too many windows: the limit is " + this.max);
		}
	}

	Window find(@Nullable String label, Window caller) {
		if (label == null || label.isEmpty()) {
			return caller;
		}
		Window window = Label.isValid(label) ? this.runtime.find(Label.of(label)) : null;
		if (window == null) {
			throw new InvokeException("window not found");
		}
		return window;
	}

	DesktopRuntime runtime() {
		return this.runtime;
	}

}
