package dev.tauriboot.event;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payload of an event, as JSON that handlers read as what they like. Shared by the
 * handlers of one event.
 *
 * @since 0.1.0
 */
public final class EventPayload {

	private final String json;

	private final JsonMapper mapper;

	EventPayload(String json, JsonMapper mapper) {
		this.json = json;
		this.mapper = mapper;
	}

	/**
	 * The payload as JSON.
	 * @return the text, {@code null} as text where the emitter gave none
	 */
	public String json() {
		return this.json;
	}

	/**
	 * The payload as a tree, parsed for the caller alone.
	 * @return the tree
	 */
	public JsonNode tree() {
		return this.mapper.readTree(this.json);
	}

	/**
	 * The payload as a Java value.
	 * @param <T> the type
	 * @param type the type
	 * @return the value, {@code null} for a payload of {@code null}
	 * @throws tools.jackson.core.JacksonException if the payload is no such value
	 */
	public <T> @Nullable T as(Class<T> type) {
		return this.mapper.readValue(this.json, type);
	}

	/**
	 * The payload as a Java value of a generic type.
	 * @param type the type
	 * @return the value, {@code null} for a payload of {@code null}
	 * @throws tools.jackson.core.JacksonException if the payload is no such value
	 */
	public @Nullable Object as(Type type) {
		return this.mapper.readValue(this.json, this.mapper.constructType(type));
	}

	@Override
	public String toString() {
		return this.json;
	}

}
