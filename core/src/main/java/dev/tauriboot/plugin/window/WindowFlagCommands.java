package dev.tauriboot.plugin.window;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} that make a window something or not: section 10.9
 * of the wire contract. What the runtime cannot do is rejected, unless the window is so
 * already.
 *
 * @since 0.1.0
 */
public class WindowFlagCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowFlagCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|set_title")
	void setTitle(@Nullable String label, String value, Window caller) {
		this.windows.find(label, caller).setTitle(value);
	}

	@TauriCommand("plugin:window|set_resizable")
	void setResizable(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).setResizable(value);
	}

	@TauriCommand("plugin:window|set_always_on_top")
	void setAlwaysOnTop(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).setAlwaysOnTop(value);
	}

	@TauriCommand("plugin:window|set_enabled")
	void setEnabled(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.ENABLED, value);
	}

	@TauriCommand("plugin:window|set_maximizable")
	void setMaximizable(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.MAXIMIZABLE, value);
	}

	@TauriCommand("plugin:window|set_minimizable")
	void setMinimizable(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.MINIMIZABLE, value);
	}

	@TauriCommand("plugin:window|set_closable")
	void setClosable(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.CLOSABLE, value);
	}

	@TauriCommand("plugin:window|set_decorations")
	void setDecorations(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.DECORATIONS, value);
	}

	@TauriCommand("plugin:window|set_shadow")
	void setShadow(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.SHADOW, value);
	}

	@TauriCommand("plugin:window|set_focusable")
	void setFocusable(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.FOCUSABLE, value);
	}

	@TauriCommand("plugin:window|set_cursor_visible")
	void setCursorVisible(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.CURSOR_VISIBLE, value);
	}

	@TauriCommand("plugin:window|set_cursor_grab")
	void setCursorGrab(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.CURSOR_GRAB, value);
	}

	@TauriCommand("plugin:window|set_ignore_cursor_events")
	void setIgnoreCursorEvents(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.IGNORE_CURSOR_EVENTS, value);
	}

	@TauriCommand("plugin:window|set_always_on_bottom")
	void setAlwaysOnBottom(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.ALWAYS_ON_BOTTOM, value);
	}

	@TauriCommand("plugin:window|set_visible_on_all_workspaces")
	void setVisibleOnAllWorkspaces(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.VISIBLE_ON_ALL_WORKSPACES, value);
	}

	@TauriCommand("plugin:window|set_content_protected")
	void setContentProtected(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.CONTENT_PROTECTED, value);
	}

	@TauriCommand("plugin:window|set_skip_taskbar")
	void setSkipTaskbar(@Nullable String label, boolean value, Window caller) {
		this.windows.find(label, caller).set(WindowFlag.SKIP_TASKBAR, value);
	}

}
