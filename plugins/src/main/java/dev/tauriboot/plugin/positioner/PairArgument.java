package dev.tauriboot.plugin.positioner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A position or a size, plain as today's clients send it or with its unit as events of
 * the tray have it.
 *
 * @param first x or width
 * @param second y or height
 * @param logical whether it is in logical pixels
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PairArgument(double first, double second, boolean logical) {

	@JsonCreator
	static PairArgument of(@JsonProperty("Physical") @Nullable JsonNode physical,
			@JsonProperty("Logical") @Nullable JsonNode logical, @JsonProperty("x") @Nullable JsonNode x,
			@JsonProperty("y") @Nullable JsonNode y, @JsonProperty("width") @Nullable JsonNode width,
			@JsonProperty("height") @Nullable JsonNode height) {
		JsonNode wrapped = (physical != null) ? physical : logical;
		if (wrapped != null) {
			return new PairArgument(number(wrapped.has("x") ? wrapped.get("x") : wrapped.get("width")),
					number(wrapped.has("y") ? wrapped.get("y") : wrapped.get("height")), physical == null);
		}
		return new PairArgument(number((x != null) ? x : width), number((y != null) ? y : height), false);
	}

	private static double number(@Nullable JsonNode value) {
		Assert.isTrue(value != null && value.isNumber() && Math.abs(value.doubleValue()) <= Integer.MAX_VALUE,
				"expected a pair of numbers");
		return value.doubleValue();
	}

	int first(double scale) {
		return (int) Math.round(this.logical ? this.first * scale : this.first);
	}

	int second(double scale) {
		return (int) Math.round(this.logical ? this.second * scale : this.second);
	}

}
