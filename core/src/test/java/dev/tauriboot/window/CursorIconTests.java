package dev.tauriboot.window;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CursorIcon}.
 */
class CursorIconTests {

	@ParameterizedTest
	@CsvSource({ "notAllowed,NOT_ALLOWED", "EWRESIZE,EW_RESIZE", "default,DEFAULT", "nwseResize,NWSE_RESIZE",
			"none of these,DEFAULT", ",DEFAULT" })
	void namesAreReadInAnyLetterCase(String name, CursorIcon icon) {
		assertThat(CursorIcon.of(name)).isEqualTo(icon);
	}

}
