package dev.tauriboot.plugin.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a window can be resized to, each part tagged by its unit.
 *
 * @param minWidth the least width, if any
 * @param minHeight the least height, if any
 * @param maxWidth the greatest width, if any
 * @param maxHeight the greatest height, if any
 */
record ConstraintsArgument(@JsonProperty("minWidth") @Nullable Pixels minWidth,
		@JsonProperty("minHeight") @Nullable Pixels minHeight, @JsonProperty("maxWidth") @Nullable Pixels maxWidth,
		@JsonProperty("maxHeight") @Nullable Pixels maxHeight) {

	SizeConstraints constraints(Window window) {
		double scale = window.scaleFactor();
		return new SizeConstraints(logical(this.minWidth, scale), logical(this.minHeight, scale),
				logical(this.maxWidth, scale), logical(this.maxHeight, scale));
	}

	private static @Nullable Double logical(@Nullable Pixels pixels, double scale) {
		if (pixels == null) {
			return null;
		}
		return pixels.physical() ? pixels.value() / scale : pixels.value();
	}

	/**
	 * A number of pixels.
	 *
	 * @param value the number
	 * @param physical whether they are physical
	 */
	record Pixels(double value, boolean physical) {

		@JsonCreator
		static Pixels of(@JsonProperty("Logical") @Nullable Double logical,
				@JsonProperty("Physical") @Nullable Double physical) {
			Assert.isTrue((logical != null) != (physical != null), "expected variant `Physical` or `Logical`");
			return (logical != null) ? new Pixels(logical, false) : new Pixels((physical != null) ? physical : 0, true);
		}

	}

}
