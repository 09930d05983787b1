package dev.tauriboot.window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Color}: section 10.0.
 */
class ColorTests {

	private final JsonMapper mapper = new JsonMapper();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"#123"                                      | 17, 34, 51, 255
			"#102030"                                   | 16, 32, 48, 255
			"#10203040"                                 | 16, 32, 48, 64
			"FFf"                                       | 255, 255, 255, 255
			[1,2,3]                                     | 1, 2, 3, 255
			[1,2,3,4]                                   | 1, 2, 3, 4
			{"red":1,"green":2,"blue":3}                | 1, 2, 3, 255
			{"red":1,"green":2,"blue":3,"alpha":4}      | 1, 2, 3, 4
			""", quoteCharacter = '\u0001')
	void everyFormIsRead(String json, String parts) {
		Color color = this.mapper.readValue(json.strip(), Color.class);
		assertThat(color.red() + ", " + color.green() + ", " + color.blue() + ", " + color.alpha())
			.isEqualTo(parts.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"red\"", "\"#12345\"", "\"#12345x\"", "[1,2]", "[1,2,256]", "[1,2,\"3\"]", "{\"red\":1}",
			"5", "[1.5,2,3]" })
	void anythingElseIsRefused(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Color.class));
	}

	@Test
	void partsAreBytes() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Color(0, -1, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> Color.of("blue")).withMessageContaining("`blue`");
	}

}
