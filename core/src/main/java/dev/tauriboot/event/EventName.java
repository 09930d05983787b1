package dev.tauriboot.event;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tauriboot.Label;

import org.springframework.util.Assert;

/**
 * Name of an event: Unicode letters and digits and {@code - / : _}. The empty name is
 * valid, as section 8.2 of the wire contract has it.
 *
 * @param value the text of the name
 * @since 0.1.0
 */
public record EventName(@JsonValue String value) {

	public EventName {
		Assert.notNull(value, "'value' must not be null");
		Assert.isTrue(isValid(value),
				() -> "only alphanumeric, '-', '/', ':', '_' permitted for event names: \"" + value + "\"");
	}

	/**
	 * Create a name.
	 * @param value the text
	 * @return the name
	 * @throws IllegalArgumentException if a character is not allowed
	 */
	public static EventName of(String value) {
		return new EventName(value);
	}

	/**
	 * Whether a text can be the name of an event.
	 * @param value the text
	 * @return {@code true} if {@link #of(String)} accepts it
	 */
	public static boolean isValid(String value) {
		return Label.isName(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
