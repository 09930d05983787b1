package dev.tauriboot.acl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PermissionIdentifier}: rows 1 to 15 of the contract.
 */
class PermissionIdentifierTests {

	private static final String FORMAT = "identifiers can only include lowercase ASCII, hyphens which are not "
			+ "leading or trailing, and a single colon if using a prefix";

	@ParameterizedTest // rows 1 to 5
	@CsvSource(nullValues = "-", value = { "notes:allow-list-notes,notes,allow-list-notes", "allow-greet,-,allow-greet",
			"core:tray:default,core:tray,default", "core:default,core,default", "Notes2:Allow,Notes2,Allow" })
	void ofWhenWellFormedThenSplitsAtTheLastColon(String text, String prefix, String base) {
		PermissionIdentifier identifier = PermissionIdentifier.of(text);
		assertThat(identifier.prefix()).isEqualTo(prefix);
		assertThat(identifier.base()).isEqualTo(base);
		assertThat(identifier).hasToString(text);
	}

	@ParameterizedTest // rows 6, 9 and 10
	@ValueSource(strings = { "notes:allow-list_notes", "x-:y", "x--y", "x:-y", "-x", ":x", "_x", "x y", "x.y", "é",
			"core::x", "core:a::b", "core:a-:b" })
	void ofWhenOutOfFormatThenFormatText(String text) {
		assertProblem(text, FORMAT);
	}

	@ParameterizedTest // rows 7 and 8
	@ValueSource(strings = { "x:y:z", "x::y", "notcore:a:b" })
	void ofWhenTwoColonsThenSingleSeparatorText(String text) {
		assertProblem(text, "identifiers can only include a single separator '58'");
	}

	@Test // row 11
	void ofWhenTrailingHyphenThenTrailingHyphenText() {
		assertProblem("x-", "identifiers cannot have a trailing hyphen");
	}

	@Test // row 12
	void ofWhenNothingBehindTheColonThenPrefixText() {
		assertProblem("x:", "identifiers cannot have a prefix without a base");
		assertProblem("core:", "identifiers cannot have a prefix without a base");
	}

	@Test // row 13
	void ofWhenNamedLikeACrateThenPluginPrefixText() {
		assertProblem("tauri-plugin-notes:default", "identifiers cannot start with tauri-plugin-");
	}

	@Test // row 14
	void ofWhenTooLongThenLengthText() {
		assertProblem("a".repeat(130), "identifiers cannot be longer than 116, found 130");
		assertThat(PermissionIdentifier.of("a".repeat(116)).base()).hasSize(116);
	}

	@Test // row 15
	void ofWhenEmptyThenEmptyText() {
		assertProblem("", "identifiers cannot be empty");
	}

	@Test // 3: whichever fault stands first wins
	void ofWhenSeveralFaultsThenTheFirst() {
		assertProblem("x:y:z_", "identifiers can only include a single separator '58'");
		assertProblem("x_y:z:a", FORMAT);
		assertProblem("tauri-plugin-" + "a".repeat(130), "identifiers cannot start with tauri-plugin-");
	}

	private static void assertProblem(String text, String problem) {
		assertThatIllegalArgumentException().isThrownBy(() -> PermissionIdentifier.of(text)).withMessage(problem);
	}

}
