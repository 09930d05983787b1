package dev.tauriboot.plugin.windowstate;

import java.util.Set;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

/**
 * Brings windows back to what they were.
 *
 * @param state what the window was
 * @param flags what of it is brought back
 * @param screens where it can be
 */
record Restoration(WindowState state, Set<StateFlag> flags, Screens screens) {

	void apply(Window window) {
		WindowState state = this.state;
		if (has(StateFlag.DECORATIONS)) {
			window.set(WindowFlag.DECORATIONS, state.decorated());
		}
		PhysicalPosition position = state.position();
		double scale = window.scaleFactor();
		if (has(StateFlag.POSITION) && monitor() != null) {
			window.setPosition(position.x() / scale, position.y() / scale);
		}
		if (has(StateFlag.SIZE) && state.hasSize()) {
			window.setSize(state.width() / scale, state.height() / scale);
		}
		if (has(StateFlag.MAXIMIZED) && state.maximized()) {
			window.maximize();
		}
		if (has(StateFlag.FULLSCREEN)) {
			window.setFullscreen(state.fullscreen());
		}
		if (has(StateFlag.VISIBLE) && state.visible()) {
			window.show();
			window.focus();
		}
	}

	/**
	 * What a window that is about to open is to be.
	 */
	WindowOptions apply(WindowOptions options) {
		WindowState state = this.state;
		Monitor monitor = monitor();
		Monitor scaled = (monitor != null) ? monitor : this.screens.primary();
		double scale = (scaled != null) ? scaled.scaleFactor() : 1;
		boolean sized = has(StateFlag.SIZE) && state.hasSize();
		boolean placed = has(StateFlag.POSITION) && monitor != null;
		PhysicalPosition position = state.position();
		boolean shown = has(StateFlag.VISIBLE) && state.visible();
		return new WindowOptions(options.label(), options.url(), options.title(),
				sized ? state.width() / scale : options.width(), sized ? state.height() / scale : options.height(),
				options.minWidth(), options.minHeight(), options.maxWidth(), options.maxHeight(),
				placed ? Double.valueOf(position.x() / scale) : options.x(),
				placed ? Double.valueOf(position.y() / scale) : options.y(), options.center() && !placed,
				options.resizable(), options.maximized() || (has(StateFlag.MAXIMIZED) && state.maximized()),
				has(StateFlag.FULLSCREEN) ? state.fullscreen() : options.fullscreen(), options.visible() || shown,
				has(StateFlag.DECORATIONS) ? state.decorated() : options.decorations(), options.alwaysOnTop(),
				options.focus() || (shown && !options.visible()), options.traits());
	}

	private boolean has(StateFlag flag) {
		return this.flags.contains(flag);
	}

	/**
	 * The monitor on which a corner of the window is.
	 */
	private @Nullable Monitor monitor() {
		PhysicalPosition position = this.state.position();
		double right = (double) position.x() + Math.max(1, this.state.width()) - 1;
		double bottom = (double) position.y() + Math.max(1, this.state.height()) - 1;
		for (double x : new double[] { position.x(), right }) {
			for (double y : new double[] { position.y(), bottom }) {
				Monitor monitor = this.screens.at(x, y);
				if (monitor != null) {
					return monitor;
				}
			}
		}
		return null;
	}

}
