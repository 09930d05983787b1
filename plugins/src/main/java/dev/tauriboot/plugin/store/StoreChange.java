package dev.tauriboot.plugin.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The payload of the event {@value Store#CHANGE_EVENT}, told once for each changed key.
 *
 * @param path the absolute path of the store's file
 * @param resourceId the store's number, by which pages know it
 * @param key the key
 * @param value the new value, {@code null} if there is none
 * @param exists whether the key has a value now
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoreChange(@JsonProperty("path") String path, @JsonProperty("resourceId") long resourceId,
		@JsonProperty("key") String key, @JsonProperty("value") @Nullable JsonNode value,
		@JsonProperty("exists") boolean exists) {

	public StoreChange {
		Assert.notNull(path, "'path' must not be null");
		Assert.notNull(key, "'key' must not be null");
	}

}
