package dev.tauriboot.plugin.event;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.event.EventName;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code event}: section 8.1 of the wire contract.
 *
 * @since 0.1.0
 */
public class EventCommands {

	private final Events events;

	/**
	 * Create the commands.
	 * @param events the application's events
	 */
	public EventCommands(Events events) {
		Assert.notNull(events, "'events' must not be null");
		this.events = events;
	}

	@TauriCommand("plugin:event|listen")
	int listen(String event, EventTarget target, long handler, InvokeRequest request) {
		return this.events.listen(request.page(), name(event, "listen"), target, handler);
	}

	@TauriCommand("plugin:event|unlisten")
	void unlisten(String event, int eventId, InvokeRequest request) {
		this.events.unlisten(request.page(), name(event, "unlisten"), eventId);
	}

	@TauriCommand("plugin:event|emit")
	void emit(String event, @Nullable JsonNode payload) {
		this.events.emit(name(event, "emit").value(), payload);
	}

	@TauriCommand("plugin:event|emit_to")
	void emitTo(EventTarget target, String event, @Nullable JsonNode payload) {
		this.events.emitTo(target, name(event, "emit_to").value(), payload);
	}

	private static EventName name(String event, String command) {
		if (!EventName.isValid(event)) {
			throw new InvokeException("invalid args `event` for command `" + command + "`: "
					+ "Event name must include only alphanumeric characters, `-`, `/`, `:` and `_`.");
		}
		return new EventName(event);
	}

}
