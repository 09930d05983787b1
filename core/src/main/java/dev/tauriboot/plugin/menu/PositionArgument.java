package dev.tauriboot.plugin.menu;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.menu.MenuPosition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A position with its unit: section 2.4 of the wire contract.
 *
 * @param x from the left
 * @param y from the top
 * @param physical whether it is in physical pixels
 */
record PositionArgument(double x, double y, boolean physical) {

	@JsonCreator
	static PositionArgument of(@JsonProperty("Logical") @Nullable Pair logical,
			@JsonProperty("Physical") @Nullable Pair physical) {
		Pair pair = (logical != null) ? logical : physical;
		Assert.notNull(pair, "expected variant `Physical` or `Logical`");
		return new PositionArgument(pair.x(), pair.y(), logical == null);
	}

	MenuPosition toPosition() {
		return new MenuPosition(this.x, this.y, this.physical);
	}

	/**
	 * A position without its unit.
	 *
	 * @param x from the left
	 * @param y from the top
	 */
	record Pair(double x, double y) {
	}

}
