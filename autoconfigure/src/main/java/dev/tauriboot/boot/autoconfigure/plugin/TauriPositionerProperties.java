package dev.tauriboot.boot.autoconfigure.plugin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code positioner}.
 *
 * @param enabled whether the plugin is there
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.positioner")
public record TauriPositionerProperties(@DefaultValue("true") boolean enabled) {

}
