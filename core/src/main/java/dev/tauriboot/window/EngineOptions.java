package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * What the engine of a webview does otherwise than by itself, where a runtime can tell it
 * to.
 *
 * @param userAgent the name that servers and pages are told, {@code null} for the
 * engine's own
 * @param scripts whether the scripts of pages run; a page without them cannot call
 * @since 0.1.0
 */
public record EngineOptions(@Nullable String userAgent, boolean scripts) {

	/** An engine that is left alone. */
	public static final EngineOptions DEFAULT = new EngineOptions(null, true);

}
