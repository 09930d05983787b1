package dev.tauriboot.event;

import org.jspecify.annotations.Nullable;

/**
 * An event as a handler gets it.
 *
 * @param <T> the type of the payload
 * @param name the event's name
 * @param id the id of the listener, as in the page
 * @param payload the payload, {@code null} where the emitter gave none
 * @since 0.1.0
 */
public record Event<T extends @Nullable Object>(String name, int id, T payload) {
}
