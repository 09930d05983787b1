package dev.tauriboot.plugin.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A size tagged by its unit: section 2.4 of the wire contract.
 *
 * @param width the width
 * @param height the height
 * @param physical whether it is in physical pixels
 * @since 0.1.0
 */
public record SizeArgument(double width, double height, boolean physical) {

	@JsonCreator
	static SizeArgument of(@JsonProperty("Logical") @Nullable Pair logical,
			@JsonProperty("Physical") @Nullable Pair physical) {
		Assert.isTrue((logical != null) != (physical != null), "expected variant `Physical` or `Logical`");
		Pair pair = (logical != null) ? logical : physical;
		Assert.notNull(pair, "expected variant `Physical` or `Logical`");
		return new SizeArgument(pair.width(), pair.height(), physical != null);
	}

	/**
	 * How many of its pixels make a logical one.
	 * @param window the window whose pixels they are
	 * @return the scale
	 */
	public double scale(Window window) {
		return this.physical ? window.scaleFactor() : 1;
	}

	/**
	 * The size without its unit.
	 *
	 * @param width the width
	 * @param height the height
	 */
	record Pair(double width, double height) {
	}

}
