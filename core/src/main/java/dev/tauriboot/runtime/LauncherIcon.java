package dev.tauriboot.runtime;

import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowHint;

/**
 * The application's icon in a dock or a task bar. A runtime that shows windows asks it
 * for what its windows are to show there, see {@link Window#show(WindowHint)}; what it
 * does not show either is refused.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LauncherIcon {

	/**
	 * Show something. Called on any thread.
	 * @param hint what to show, or to take away again
	 * @return whether the desktop does
	 */
	boolean show(WindowHint hint);

	/**
	 * An icon that shows nothing.
	 * @return the icon
	 */
	static LauncherIcon none() {
		return (hint) -> false;
	}

}
