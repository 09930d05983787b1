package dev.tauriboot.plugin.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A position tagged by its unit: section 2.4 of the wire contract.
 *
 * @param x from the left
 * @param y from the top
 * @param physical whether it is in physical pixels
 * @since 0.1.0
 */
public record PositionArgument(double x, double y, boolean physical) {

	@JsonCreator
	static PositionArgument of(@JsonProperty("Logical") @Nullable PointerPosition logical,
			@JsonProperty("Physical") @Nullable PointerPosition physical) {
		Assert.isTrue((logical != null) != (physical != null), "expected variant `Physical` or `Logical`");
		PointerPosition pair = (logical != null) ? logical : physical;
		Assert.notNull(pair, "expected variant `Physical` or `Logical`");
		return new PositionArgument(pair.x(), pair.y(), physical != null);
	}

	/**
	 * How many of its pixels make a logical one.
	 * @param window the window whose pixels they are
	 * @return the scale
	 */
	public double scale(Window window) {
		return this.physical ? window.scaleFactor() : 1;
	}

}
