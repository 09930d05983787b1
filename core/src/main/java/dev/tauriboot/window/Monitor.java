package dev.tauriboot.window;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A monitor, in physical pixels. Its JSON is that of section 10.9 of the wire contract.
 *
 * @param name its name, {@code null} if the platform does not tell
 * @param scaleFactor how many physical pixels make a logical one
 * @param position the upper left corner
 * @param size the whole of it
 * @param workArea what task bars and the like leave of it
 * @since 0.1.0
 */
public record Monitor(@Nullable String name, @JsonProperty("scaleFactor") double scaleFactor, PhysicalPosition position,
		PhysicalSize size, @JsonProperty("workArea") Area workArea) {

	public Monitor {
		Assert.notNull(position, "'position' must not be null");
		Assert.notNull(size, "'size' must not be null");
		Assert.notNull(workArea, "'workArea' must not be null");
	}

	/**
	 * Whether a point is on the monitor.
	 * @param x physical pixels from the left of the desktop
	 * @param y physical pixels from the top of the desktop
	 * @return {@code true} if so; the right and lower edges belong to the neighbours
	 */
	public boolean contains(double x, double y) {
		return x >= this.position.x() && x < (double) this.position.x() + this.size.width() && y >= this.position.y()
				&& y < (double) this.position.y() + this.size.height();
	}

	/**
	 * A part of a monitor.
	 *
	 * @param position the upper left corner
	 * @param size the size
	 */
	public record Area(PhysicalPosition position, PhysicalSize size) {

		public Area {
			Assert.notNull(position, "'position' must not be null");
			Assert.notNull(size, "'size' must not be null");
		}

	}

}
