package dev.tauriboot.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EventName}.
 */
class EventNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "tauri://close-requested", "ä9_", "日本" })
	void names(String name) {
		assertThat(EventName.of(name)).hasToString(name);
	}

	// row 91: the text of the back end
	@Test
	void otherCharactersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventName.of("a b"))
			.withMessage("only alphanumeric, '-', '/', ':', '_' permitted for event names: \"a b\"");
	}

}
