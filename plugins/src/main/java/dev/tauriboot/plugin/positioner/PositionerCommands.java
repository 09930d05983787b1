package dev.tauriboot.plugin.positioner;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code positioner}: section 3.18 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class PositionerCommands {

	private final Positioner positioner;

	/**
	 * Create the commands.
	 * @param positioner moves windows
	 */
	public PositionerCommands(Positioner positioner) {
		Assert.notNull(positioner, "'positioner' must not be null");
		this.positioner = positioner;
	}

	@TauriCommand("plugin:positioner|move_window")
	void moveWindow(long position, Window window) {
		this.positioner.move(window, placement(position, "move_window"));
	}

	@TauriCommand("plugin:positioner|move_window_constrained")
	void moveWindowConstrained(long position, Window window) {
		this.positioner.moveConstrained(window, placement(position, "move_window_constrained"));
	}

	@TauriCommand("plugin:positioner|set_tray_icon_state")
	void setTrayIconState(PairArgument position, PairArgument size, Window window) {
		double scale = window.scaleFactor();
		this.positioner.setTray(new PhysicalPosition(position.first(scale), position.second(scale)),
				new PhysicalSize(size.first(scale), size.second(scale)));
	}

	private static Placement placement(long number, String command) {
		Placement placement = Placement.ofNumber(number);
		if (placement == null) {
			throw new InvokeException("invalid args `position` for command `" + command + "`: invalid value: integer `"
					+ number + "`, expected a number from 0 to 14");
		}
		return placement;
	}

}
