package dev.tauriboot.plugin.window;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} that tell what a window is like: section 10.9 of
 * the wire contract.
 *
 * @since 0.1.0
 */
public class WindowQueryCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowQueryCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|title")
	String title(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).title();
	}

	@TauriCommand("plugin:window|theme")
	Theme theme(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).theme();
	}

	@TauriCommand("plugin:window|is_fullscreen")
	boolean isFullscreen(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isFullscreen();
	}

	@TauriCommand("plugin:window|is_minimized")
	boolean isMinimized(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isMinimized();
	}

	@TauriCommand("plugin:window|is_maximized")
	boolean isMaximized(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isMaximized();
	}

	@TauriCommand("plugin:window|is_focused")
	boolean isFocused(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isFocused();
	}

	@TauriCommand("plugin:window|is_visible")
	boolean isVisible(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isVisible();
	}

	@TauriCommand("plugin:window|is_resizable")
	boolean isResizable(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isResizable();
	}

	@TauriCommand("plugin:window|is_always_on_top")
	boolean isAlwaysOnTop(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isAlwaysOnTop();
	}

	@TauriCommand("plugin:window|is_decorated")
	boolean isDecorated(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).isDecorated();
	}

	@TauriCommand("plugin:window|is_maximizable")
	boolean isMaximizable(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).is(WindowFlag.MAXIMIZABLE);
	}

	@TauriCommand("plugin:window|is_minimizable")
	boolean isMinimizable(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).is(WindowFlag.MINIMIZABLE);
	}

	@TauriCommand("plugin:window|is_closable")
	boolean isClosable(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).is(WindowFlag.CLOSABLE);
	}

	@TauriCommand("plugin:window|is_enabled")
	boolean isEnabled(@Nullable String label, Window caller) {
		return this.windows.find(label, caller).is(WindowFlag.ENABLED);
	}

}
