package dev.tauriboot.plugin.positioner;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Moves windows to well-known places: section 3.18 of the plugins' contract. All of the
 * screen counts, that of a task bar too. A bean, safe for any thread.
 *
 * @since 0.1.0
 */
public final class Positioner {

	private final DesktopRuntime runtime;

	private volatile @Nullable Tray tray;

	/**
	 * Create the positioner.
	 * @param runtime knows the monitors
	 */
	public Positioner(DesktopRuntime runtime) {
		Assert.notNull(runtime, "'runtime' must not be null");
		this.runtime = runtime;
	}

	/**
	 * Say where the tray icon is.
	 * @param position its upper left corner, in physical pixels
	 * @param size its size, in physical pixels
	 */
	public void setTray(PhysicalPosition position, PhysicalSize size) {
		Assert.notNull(position, "'position' must not be null");
		Assert.notNull(size, "'size' must not be null");
		this.tray = new Tray(position, size);
	}

	/**
	 * Move a window.
	 * @param window the window
	 * @param placement where to
	 * @throws InvokeException if there is no screen, or the place is at the tray icon and
	 * nobody has said where that is
	 */
	public void move(Window window, Placement placement) {
		move(window, placement, false);
	}

	/**
	 * Move a window. At the tray icon, it stays within the screen that shows the icon, as
	 * far as it fits.
	 * @param window the window
	 * @param placement where to
	 * @throws InvokeException if there is no screen, or the place is at the tray icon and
	 * nobody has said where that is
	 */
	public void moveConstrained(Window window, Placement placement) {
		move(window, placement, true);
	}

	private void move(Window window, Placement placement, boolean constrained) {
		Assert.notNull(window, "'window' must not be null");
		Assert.notNull(placement, "'placement' must not be null");
		PhysicalSize size = window.outerSize();
		PhysicalPosition position;
		Monitor monitor;
		if (placement.isTray()) {
			Tray tray = this.tray;
			if (tray == null) {
				throw new InvokeException("Tray position not set");
			}
			Monitor near = this.runtime.screens().at(tray.position().x(), tray.position().y());
			monitor = (near != null) ? near : window.currentMonitor();
			position = new PhysicalPosition(
					placement.besideTray(tray.position().x(), tray.size().width(), size.width()),
					placement.aboveTray(tray.position().y(), size.height()));
			if (constrained && monitor != null) {
				position = within(monitor, position, size);
			}
		}
		else {
			monitor = window.currentMonitor();
			if (monitor == null) {
				throw new InvokeException("there is no monitor");
			}
			position = new PhysicalPosition(
					placement.across(monitor.position().x(), monitor.size().width(), size.width()),
					placement.down(monitor.position().y(), monitor.size().height(), size.height()));
		}
		double scale = (monitor != null) ? monitor.scaleFactor() : window.scaleFactor();
		window.setPosition(position.x() / scale, position.y() / scale);
	}

	private static PhysicalPosition within(Monitor monitor, PhysicalPosition position, PhysicalSize size) {
		return new PhysicalPosition(within(position.x(), monitor.position().x(), monitor.size().width() - size.width()),
				within(position.y(), monitor.position().y(), monitor.size().height() - size.height()));
	}

	// A window that does not fit begins where the screen does.
	private static int within(int value, int start, int room) {
		return Math.max(start, Math.min(value, start + room));
	}

	/**
	 * Where the tray icon is.
	 */
	private record Tray(PhysicalPosition position, PhysicalSize size) {
	}

}
