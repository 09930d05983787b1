package dev.tauriboot.plugin.window;

import java.util.List;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} about monitors and the pointer: section 10.9 of
 * the wire contract.
 *
 * @since 0.1.0
 */
public class MonitorCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public MonitorCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	private Screens screens() {
		return this.windows.runtime().screens();
	}

	@TauriCommand("plugin:window|current_monitor")
	@Nullable Monitor currentMonitor(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).currentMonitor();
	}

	@TauriCommand("plugin:window|primary_monitor")
	@Nullable Monitor primaryMonitor() {
		return screens().primary();
	}

	@TauriCommand("plugin:window|monitor_from_point")
	@Nullable Monitor monitorFromPoint(double x, double y) {
		return screens().at(x, y);
	}

	@TauriCommand("plugin:window|available_monitors")
	List<Monitor> availableMonitors() {
		return screens().monitors();
	}

	@TauriCommand("plugin:window|cursor_position")
	PointerPosition cursorPosition() {
		return screens().pointer();
	}

}
