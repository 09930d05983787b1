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

	/**
	 * Create the lookup.
	 * @param runtime has the windows
	 */
	public WindowLookup(DesktopRuntime runtime) {
		Assert.notNull(runtime, "'runtime' must not be null");
		this.runtime = runtime;
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
