package dev.tauriboot.boot.autoconfigure.plugin;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the plugin {@code fs}.
 *
 * @param enabled whether there is the plugin
 * @param requireLiteralLeadingDot whether the leading dot of a file's name is matched in
 * scopes by a dot only, which is so unless set, except on Windows
 * @param maxWatchedChanges of how many files a watch collects events for the time it is
 * to wait; more come to one event
 * @param maxReadSize how much of an open file a page gets at once, whatever it asks for
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.fs")
public record TauriFsProperties(@DefaultValue("true") boolean enabled, @Nullable Boolean requireLiteralLeadingDot,
		@DefaultValue("10000") int maxWatchedChanges, @DefaultValue("256MB") DataSize maxReadSize) {
}
