package dev.tauriboot.plugin.store;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Options as pages write them.
 *
 * @param options the options
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LoadOptions(StoreOptions options) {

	@JsonCreator
	static LoadOptions of(@JsonProperty("defaults") @Nullable Map<String, JsonNode> defaults,
			@JsonProperty("autoSave") @Nullable JsonNode autoSave,
			@JsonProperty("serializeFnName") @Nullable String serializer,
			@JsonProperty("deserializeFnName") @Nullable String deserializer,
			@JsonProperty("createNew") @Nullable Boolean createNew,
			@JsonProperty("overrideDefaults") @Nullable Boolean overrideDefaults) {
		return new LoadOptions(new StoreOptions((defaults != null) ? defaults : Map.of(), delay(autoSave), serializer,
				deserializer, Boolean.TRUE.equals(createNew), Boolean.TRUE.equals(overrideDefaults)));
	}

	private static @Nullable Duration delay(@Nullable JsonNode autoSave) {
		if (autoSave == null || autoSave.isNull()) {
			return null;
		}
		if (autoSave.isBoolean()) {
			return autoSave.booleanValue() ? null : StoreOptions.NEVER;
		}
		Assert.isTrue(autoSave.isIntegralNumber() && autoSave.canConvertToLong() && autoSave.longValue() >= 0,
				"data did not match any variant of untagged enum AutoSave");
		return Duration.ofMillis(autoSave.longValue());
	}

}
