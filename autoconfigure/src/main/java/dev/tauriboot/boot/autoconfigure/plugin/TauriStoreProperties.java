package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code store}.
 *
 * @param enabled whether the plugin is there
 * @param directory where relative paths of stores begin; the application's data by
 * default
 * @param autoSave how long after the last change a store is written; never if negative
 * @param confine whether pages may open stores in that directory only
 * @param preload paths of stores that are opened with the application
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.store")
public record TauriStoreProperties(@DefaultValue("true") boolean enabled, @Nullable Path directory,
		@DefaultValue("100ms") Duration autoSave, @DefaultValue("true") boolean confine,
		@DefaultValue List<String> preload) {

}
