package dev.tauriboot.plugin.windowstate;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;

/**
 * How a window was, as the file has it: in physical pixels.
 *
 * @param width the width of the content, 0 if it is not known
 * @param height the height of the content, 0 if it is not known
 * @param x the left edge
 * @param y the upper edge
 * @param prevX the left edge before it was moved last, or maximized
 * @param prevY the upper edge before it was moved last, or maximized
 * @param maximized whether it was maximized
 * @param visible whether it was shown
 * @param decorated whether it had a title bar and borders
 * @param fullscreen whether it covered the whole screen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WindowState(@JsonProperty("width") int width, @JsonProperty("height") int height, @JsonProperty("x") int x,
		@JsonProperty("y") int y, @JsonProperty("prev_x") int prevX, @JsonProperty("prev_y") int prevY,
		@JsonProperty("maximized") boolean maximized, @JsonProperty("visible") boolean visible,
		@JsonProperty("decorated") boolean decorated, @JsonProperty("fullscreen") boolean fullscreen) {

	static WindowState of(Window window) {
		PhysicalPosition position = window.outerPosition();
		PhysicalSize size = window.innerSize();
		return new WindowState(size.width(), size.height(), position.x(), position.y(), position.x(), position.y(),
				window.isMaximized(), window.isVisible(), window.isDecorated(), window.isFullscreen());
	}

	/**
	 * The state of a window now. Size and position are those of a window that is neither
	 * maximized, minimized nor as large as the screen.
	 */
	WindowState updated(Window window, Set<StateFlag> flags) {
		boolean isMaximized = window.isMaximized();
		boolean isFullscreen = window.isFullscreen();
		boolean free = !isMaximized && !isFullscreen && !window.isMinimized();
		int width = this.width;
		int height = this.height;
		PhysicalSize size = window.innerSize();
		if (flags.contains(StateFlag.SIZE) && free && size.width() > 0 && size.height() > 0) {
			width = size.width();
			height = size.height();
		}
		int x = this.x;
		int y = this.y;
		int prevX = this.prevX;
		int prevY = this.prevY;
		PhysicalPosition position = window.outerPosition();
		boolean moved = x != position.x() || y != position.y();
		if (flags.contains(StateFlag.POSITION) && moved && (free || (isMaximized && !this.maximized))) {
			prevX = x;
			prevY = y;
			if (free) {
				x = position.x();
				y = position.y();
			}
		}
		return new WindowState(width, height, x, y, prevX, prevY,
				flags.contains(StateFlag.MAXIMIZED) ? isMaximized : this.maximized,
				flags.contains(StateFlag.VISIBLE) ? window.isVisible() : this.visible,
				flags.contains(StateFlag.DECORATIONS) ? window.isDecorated() : this.decorated,
				flags.contains(StateFlag.FULLSCREEN) ? isFullscreen : this.fullscreen);
	}

	boolean hasSize() {
		return this.width > 0 && this.height > 0;
	}

	/**
	 * Where the window goes: a maximized one where it was before, from where it is
	 * maximized again.
	 */
	PhysicalPosition position() {
		return this.maximized ? new PhysicalPosition(this.prevX, this.prevY) : new PhysicalPosition(this.x, this.y);
	}

}
