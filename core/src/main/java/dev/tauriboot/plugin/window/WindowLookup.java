package dev.tauriboot.plugin.window;

import dev.tauriboot.Label;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.Contract;
import org.springframework.util.Assert;

/**
 * Finds the window or webview that a call is about: the one of the label, or the caller's
 * own (section 10.0 of the wire contract).
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
	 * @param max how many windows, and webviews, there may be for a page to open another
	 */
	public WindowLookup(DesktopRuntime runtime, int max) {
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.runtime = runtime;
		this.max = max;
	}

	/**
	 * Find a window.
	 * @param label its label, or none for the caller's own
	 * @param caller the caller's own
	 * @return the window
	 * @throws InvokeException if there is none of that label
	 */
	public Window find(@Nullable String label, Window caller) {
		if (isOwn(label)) {
			return caller;
		}
		return found("window", Label.isValid(label) ? this.runtime.find(Label.of(label)) : null);
	}

	/**
	 * Find a webview.
	 * @param label its label, or none for the caller's own
	 * @param caller the caller's own
	 * @return the webview
	 * @throws InvokeException if there is none of that label
	 */
	public Webview find(@Nullable String label, Webview caller) {
		if (isOwn(label)) {
			return caller;
		}
		return found("webview", Label.isValid(label) ? this.runtime.findWebview(Label.of(label)) : null);
	}

	@Contract("null -> true")
	private static boolean isOwn(@Nullable String label) {
		return label == null || label.isEmpty();
	}

	private static <T> T found(String kind, @Nullable T found) {
		if (found == null) {
			throw new InvokeException(kind + " not found");
		}
		return found;
	}

	/**
	 * Check that a page may open another window.
	 * @throws InvokeException if there are too many
	 */
	public void checkRoomForWindow() {
		checkRoom("windows", this.runtime.windows().size());
	}

	/**
	 * Check that a page may open another webview.
	 * @throws InvokeException if there are too many
	 */
	public void checkRoomForWebview() {
		checkRoom("webviews", this.runtime.webviews().size());
	}

	private void checkRoom(String kind, int open) {
		if (open >= this.max) {
			throw new InvokeException("too many " + kind + ": the limit is " + this.max);
		}
	}

	/**
	 * Who has the windows.
	 * @return the runtime
	 */
	public DesktopRuntime runtime() {
		return this.runtime;
	}

}
