package dev.tauriboot.plugin.window;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} that show, hide, maximize and close windows:
 * section 10.9 of the wire contract.
 *
 * @since 0.1.0
 */
public class WindowStateCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowStateCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|maximize")
	void maximize(@Nullable String label, Window caller) {
		this.windows.find(label, caller).maximize();
	}

	@TauriCommand("plugin:window|unmaximize")
	void unmaximize(@Nullable String label, Window caller) {
		this.windows.find(label, caller).unmaximize();
	}

	@TauriCommand("plugin:window|minimize")
	void minimize(@Nullable String label, Window caller) {
		this.windows.find(label, caller).minimize();
	}

	@TauriCommand("plugin:window|unminimize")
	void unminimize(@Nullable String label, Window caller) {
		this.windows.find(label, caller).unminimize();
	}

	@TauriCommand("plugin:window|show")
	void show(@Nullable String label, Window caller) {
		this.windows.find(label, caller).show();
	}

	@TauriCommand("plugin:window|hide")
	void hide(@Nullable String label, Window caller) {
		this.windows.find(label, caller).hide();
	}

	@TauriCommand("plugin:window|close")
	void close(@Nullable String label, Window caller) {
		this.windows.find(label, caller).close();
	}

	@TauriCommand("plugin:window|destroy")
	void destroy(@Nullable String label, Window caller) {
		this.windows.find(label, caller).destroy();
	}

	@TauriCommand("plugin:window|set_focus")
	void setFocus(@Nullable String label, Window caller) {
		this.windows.find(label, caller).focus();
	}

	@TauriCommand("plugin:window|set_fullscreen")
	void setFullscreen(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).setFullscreen(value);
	}

	// A mode of macOS alone. Elsewhere it is the same as full screen.
	@TauriCommand("plugin:window|set_simple_fullscreen")
	void setSimpleFullscreen(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).setFullscreen(value);
	}

	@TauriCommand("plugin:window|set_fullscreen_on_monitor")
	void setFullscreenOnMonitor(@Nullable String label, PointerPosition value, Window caller) {
		Window window = this.windows.find(label, caller);
		PhysicalPosition position = PhysicalPosition.of(value.x(), value.y(), 1);
		if (this.windows.runtime().screens().at(position.x(), position.y()) == null) {
			throw new InvokeException("there is no monitor at that position");
		}
		window.setFullscreenOn(position);
	}

	@TauriCommand("plugin:window|toggle_maximize")
	void toggleMaximize(@Nullable String label, Window caller) {
		toggle(this.windows.find(label, caller));
	}

	/**
	 * What a double click on a drag region does.
	 */
	@TauriCommand("plugin:window|internal_toggle_maximize")
	void internalToggleMaximize(@Nullable String label, Window caller) {
		Window window = this.windows.find(label, caller);
		if (window.isResizable()) {
			toggle(window);
		}
	}

	private static void toggle(Window window) {
		if (window.isMaximized()) {
			window.unmaximize();
		}
		else {
			window.maximize();
		}
	}

}
