package dev.tauriboot.command;

import org.jspecify.annotations.Nullable;

/**
 * What a call is rejected with.
 *
 * @param payload any value the application's mapper can write, a text as a rule
 * @since 0.1.0
 */
public record CommandRejection(@Nullable Object payload) {
}
