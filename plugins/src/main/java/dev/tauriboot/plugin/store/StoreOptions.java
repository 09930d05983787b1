package dev.tauriboot.plugin.store;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * How a store is opened. Ignored for one that is open, unless a new one is asked for.
 *
 * @param defaults what the store holds where its file does not say otherwise
 * @param autoSave how long after the last change the file is written, {@link #NEVER}, or
 * {@code null} for what the application is configured to
 * @param serializer the bean name of the {@link StoreFormat} that writes the file,
 * {@code null} for JSON
 * @param deserializer the bean name of the {@link StoreFormat} that reads the file,
 * {@code null} for JSON
 * @param createNew whether to begin anew: a store of that path that is open is replaced,
 * and the file is not read
 * @param overrideDefaults whether the defaults count only if there is no file
 * @since 0.1.0
 */
public record StoreOptions(Map<String, JsonNode> defaults, @Nullable Duration autoSave, @Nullable String serializer,
		@Nullable String deserializer, boolean createNew, boolean overrideDefaults) {

	/**
	 * As {@code autoSave}: only {@link Store#save()} and the end of the application
	 * write.
	 */
	public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

	/** Every default. */
	public static final StoreOptions DEFAULT = new StoreOptions(Map.of(), null, null, null, false, false);

	public StoreOptions {
		Assert.notNull(defaults, "'defaults' must not be null");
		Assert.isTrue(autoSave == null || !autoSave.isNegative(), "'autoSave' must not be negative");
		defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
	}

	/**
	 * The same options with other defaults.
	 * @param defaults what the store holds where its file does not say otherwise
	 * @return the options
	 */
	public StoreOptions withDefaults(Map<String, JsonNode> defaults) {
		return new StoreOptions(defaults, this.autoSave, this.serializer, this.deserializer, this.createNew,
				this.overrideDefaults);
	}

	/**
	 * The same options with another delay.
	 * @param autoSave how long after the last change the file is written
	 * @return the options
	 */
	public StoreOptions withAutoSave(Duration autoSave) {
		return new StoreOptions(this.defaults, autoSave, this.serializer, this.deserializer, this.createNew,
				this.overrideDefaults);
	}

}
