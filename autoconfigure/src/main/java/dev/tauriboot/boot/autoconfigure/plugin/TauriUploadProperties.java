package dev.tauriboot.boot.autoconfigure.plugin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the plugin {@code upload}.
 *
 * @param enabled whether pages find the plugin
 * @param enforceScopes whether files must be in the scope of the plugin fs, and URLs in
 * that of the plugin http
 * @param maxResponse how large the response to an upload may be
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.upload")
public record TauriUploadProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean enforceScopes,
		@DefaultValue("64MB") DataSize maxResponse) {
}
