package dev.tauriboot.window;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The monitors, and where the pointer is on them. Methods may be called on any thread.
 *
 * @since 0.1.0
 */
public interface Screens {

	/**
	 * All monitors.
	 * @return the monitors, possibly none
	 */
	List<Monitor> monitors();

	/**
	 * The monitor that the platform puts first.
	 * @return the monitor, or {@code null} if there is none
	 */
	@Nullable Monitor primary();

	/**
	 * Where the pointer is.
	 * @return the position in physical pixels of the desktop
	 */
	PointerPosition pointer();

	/**
	 * The monitor at a point.
	 * @param x physical pixels from the left of the desktop
	 * @param y physical pixels from the top of the desktop
	 * @return the monitor, or {@code null} if there is none
	 */
	default @Nullable Monitor at(double x, double y) {
		for (Monitor monitor : monitors()) {
			if (monitor.contains(x, y)) {
				return monitor;
			}
		}
		return null;
	}

}
