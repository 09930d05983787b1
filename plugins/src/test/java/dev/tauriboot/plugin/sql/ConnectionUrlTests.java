package dev.tauriboot.plugin.sql;

import java.nio.file.Path;

import dev.tauriboot.ipc.InvokeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConnectionUrl}.
 */
class ConnectionUrlTests {

	private static final Path DIRECTORY = Path.of("/config");

	private static ConnectionUrl parse(String url) {
		return ConnectionUrl.parse(url, () -> DIRECTORY);
	}

	@ParameterizedTest
	@CsvSource({ "sqlite:test.db,jdbc:sqlite:/config/test.db", "sqlite:a/b.db?mode=rwc,jdbc:sqlite:/config/a/b.db",
			"sqlite:/tmp/x.db,jdbc:sqlite:/tmp/x.db", "sqlite::memory:,jdbc:sqlite::memory:",
			"mysql://u:p@localhost:3307/notes,jdbc:mysql://localhost:3307/notes",
			"mysql://localhost,jdbc:mysql://localhost/",
			"postgres://u:p%40ss@db.example.com/notes,jdbc:postgresql://db.example.com/notes",
			"postgres://u@[::1]:5433/a%3Fb,jdbc:postgresql://[::1]:5433/a%3Fb", "h2:notes,jdbc:h2:file:/config/notes" })
	void urlBecomesThatOfTheDriver(String url, String expected) {
		assertThat(parse(url).jdbcUrl()).isEqualTo(expected);
	}

	@Test
	void userAndPasswordAreApart() {
		ConnectionUrl url = parse("postgres://us%3Aer:p%40s+s@localhost/notes?sslmode=require");
		assertThat(url.user()).isEqualTo("us:er");
		assertThat(url.password()).isEqualTo("p@s+s");
		assertThat(url.properties()).containsEntry("sslmode", "require");
		assertThat(url.toString()).doesNotContain("p@s+s");
		assertThat(parse("mysql://localhost/a?ssl-mode=verify-ca").properties()).containsEntry("sslMode", "VERIFY_CA");
	}

	@Test
	void memoryIsPrivate() {
		assertThat(parse("h2::memory:").jdbcUrl()).startsWith("jdbc:h2:mem:")
			.isNotEqualTo(parse("h2::memory:").jdbcUrl());
	}

	// row 243
	@ParameterizedTest
	@ValueSource(strings = { "", "foo", ":", "oracle:x", "jdbc:sqlite:x", "sqlite:", "sqlite:/", "SQLITE:a", "h2:",
			"sqlite:a?enable_load_extension=true", "sqlite:a\u0000b",
			"h2:mem:x;INIT=RUNSCRIPT FROM 'http://example.com/x'", "h2:a;TRACE_LEVEL_FILE=3",
			"mysql://localhost/a?allowLoadLocalInfile=true", "mysql://(host=a),(host=b)/a", "mysql:///a",
			"mysql://localhost/a?ssl-mode=a&autoDeserialize=true", "postgres://localhost/a?socketFactory=x.Y",
			"postgres://localhost/a?sslmode=disable%26socketFactory=x", "postgres://local host/a",
			"postgres://localhost/a#b" })
	void anythingElseIsInvalid(String url) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> parse(url))
			.withMessage("invalid connection url: " + url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres://u:secret@localhost/a?x=y", "mysql://u:sec/ret@localhost/a",
			"postgres://u:sec@ret@localhost/a", "oracle://u:secret@localhost" })
	void passwordIsNotTold(String url) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> parse(url))
			.withMessageContaining("://u:***@localhost")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("sec").doesNotContain("ret"));
	}

	@Test
	void namesDoNotBecomeOptions() {
		assertThat(parse("mysql://localhost/a%3FallowLoadLocalInfile=true").jdbcUrl())
			.isEqualTo("jdbc:mysql://localhost/a%3FallowLoadLocalInfile%3Dtrue");
	}

}
