package dev.tauriboot.plugin.window;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} about where a window is and how large: section
 * 10.9 of the wire contract.
 *
 * @since 0.1.0
 */
public class WindowBoundsCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowBoundsCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|scale_factor")
	double scaleFactor(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).scaleFactor();
	}

	@TauriCommand("plugin:window|inner_position")
	PhysicalPosition innerPosition(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).innerPosition();
	}

	@TauriCommand("plugin:window|outer_position")
	PhysicalPosition outerPosition(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).outerPosition();
	}

	@TauriCommand("plugin:window|inner_size")
	PhysicalSize innerSize(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).innerSize();
	}

	@TauriCommand("plugin:window|outer_size")
	PhysicalSize outerSize(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).outerSize();
	}

	@TauriCommand("plugin:window|set_size")
	void setSize(@Nullable String label, SizeArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		double scale = value.scale(window);
		if (value.width() <= 0 || value.height() <= 0) {
			throw new InvokeException("a window must have a width and height above 0");
		}
		window.setSize(value.width() / scale, value.height() / scale);
	}

	@TauriCommand("plugin:window|set_min_size")
	void setMinSize(@Nullable String label, @Nullable SizeArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		double scale = (value != null) ? value.scale(window) : 1;
		window.setSizeConstraints(window.sizeConstraints()
			.withMin((value != null) ? value.width() / scale : null, (value != null) ? value.height() / scale : null));
	}

	@TauriCommand("plugin:window|set_max_size")
	void setMaxSize(@Nullable String label, @Nullable SizeArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		double scale = (value != null) ? value.scale(window) : 1;
		window.setSizeConstraints(window.sizeConstraints()
			.withMax((value != null) ? value.width() / scale : null, (value != null) ? value.height() / scale : null));
	}

	@TauriCommand("plugin:window|set_size_constraints")
	void setSizeConstraints(@Nullable String label, ConstraintsArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		window.setSizeConstraints(value.constraints(window));
	}

	@TauriCommand("plugin:window|set_position")
	void setPosition(@Nullable String label, PositionArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		double scale = value.scale(window);
		window.setPosition(value.x() / scale, value.y() / scale);
	}

	@TauriCommand("plugin:window|center")
	void center(@Nullable String label, Window caller) {
		this.windows.find(label, caller).center();
	}

	@TauriCommand("plugin:window|start_dragging")
	void startDragging(@Nullable String label, Window caller) {
		this.windows.find(label, caller).startDragging();
	}

	@TauriCommand("plugin:window|start_resize_dragging")
	void startResizeDragging(@Nullable String label, ResizeDirection value, Window caller) {
		this.windows.find(label, caller).startResizeDragging(value);
	}

}
