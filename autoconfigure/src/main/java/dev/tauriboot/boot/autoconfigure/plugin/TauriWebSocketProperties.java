package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the plugin {@code websocket}.
 *
 * @param enabled whether pages find the plugin
 * @param allowedUrls patterns of the URLs that pages may connect to, none for any
 * @param maxOutput how much may wait for a server to take it, unless it is one message
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.websocket")
public record TauriWebSocketProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<String> allowedUrls,
		@DefaultValue("64MB") DataSize maxOutput) {
}
