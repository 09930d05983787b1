package dev.tauriboot.plugin.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlText}.
 */
class SqlTextTests {

	// rows 237 to 239
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "SELECT $1, $2, $1 | SELECT ?1, ?2, ?1",
					"SELECT '$1', $2, 'it''s $3' | SELECT '$1', ?2, 'it''s $3'",
					"SELECT \"$1\", `$1`, [$1], $1 | SELECT \"$1\", `$1`, [$1], ?1",
					"SELECT $1 -- $2 | SELECT ?1 -- $2", "SELECT /* $1 /* $2 */ $3 | SELECT /* $1 /* $2 */ ?3",
					"SELECT a$1, $x, ?, ?2, :b | SELECT a$1, $x, ?, ?2, :b",
					"SELECT $0, $99999, $123456, $1a | SELECT $0, $99999, $123456, $1a", "SELECT '$1 | SELECT '$1" })
	void sqlitePlaceholdersAreNumbered(String query, String expected) {
		assertThat(SqlText.of(query, Dialect.SQLITE).sql()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "SELECT $2, $1, $2 | SELECT ?, ?, ? | [2, 1, 2]",
					"SELECT $1 WHERE a ? 'b' | SELECT ? WHERE a ?? 'b' | [1]",
					"SELECT E'\\' $1', $1 | SELECT E'\\' $1', ? | [1]", "SELECT '\\', $1 | SELECT '\\', ? | [1]",
					"SELECT $$ $1 $$, $a$ $1 $$ $a$, $1 | SELECT $$ $1 $$, $a$ $1 $$ $a$, ? | [1]",
					"SELECT /* /* $1 */ $1 */ $1 | SELECT /* /* $1 */ $1 */ ? | [1]",
					"SELECT a[$1], \"$1\" | SELECT a[?], \"$1\" | [1]" })
	void postgresPlaceholdersAreOrdered(String query, String expected, String order) {
		SqlText text = SqlText.of(query, Dialect.POSTGRES);
		assertThat(text.sql()).isEqualTo(expected);
		assertThat(text.order()).hasToString(order);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "SELECT ?, '?', \"?\", `?`, ? | 2",
			"SELECT '\\'?', ? # ? | 1", "SELECT 1--1, ? -- ? | 1", "SELECT $1, ? | 1" })
	void mysqlPlaceholdersAreCounted(String query, int count) {
		SqlText text = SqlText.of(query, Dialect.MYSQL);
		assertThat(text.sql()).isEqualTo(query);
		assertThat(text.values()).isEqualTo(count);
		assertThat(text.order()).hasSize(count);
	}

	@Test
	void highestNumberCounts() {
		assertThat(SqlText.of("SELECT $3", Dialect.POSTGRES).values()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1", "SELECT 1;", " ; SELECT ';' ; -- x; y\n /* ; a */ ; ", "SELECT ';--'" })
	void oneStatementIsNotSeveral(String query) {
		assertThat(SqlText.of(query, Dialect.SQLITE).isSeveral()).isFalse();
	}

	@Test
	void severalStatementsAreSeveral() {
		assertThat(SqlText.of("SELECT 1; SELECT 2", Dialect.SQLITE).isSeveral()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "begin immediate,true", "SELECT 1; rollback,true", "/* x */ SAVEPOINT a,true", "SELECT 'BEGIN',false",
			"beginning,false", "SELECT begin,false" })
	void transactionsAreSeen(String query, boolean expected) {
		assertThat(SqlText.of(query, Dialect.SQLITE).isTransaction()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "SELECT ?,true", "SELECT $1,true", "SELECT :a,true", "SELECT @a,true", "SELECT $a,true",
			"SELECT ':a $1',false", "SELECT 1,false" })
	void placeholdersAreSeen(String query, boolean expected) {
		assertThat(SqlText.of(query, Dialect.SQLITE).hasPlaceholders()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "'", "\"", "`", "[", "/*", "--", "$", "$1", "?", ":", "$$", "E'\\", "\\", "\u0000" })
	void brokenTextsEnd(String query) {
		for (Dialect dialect : Dialect.values()) {
			assertThat(SqlText.of("SELECT " + query, dialect).sql()).startsWith("SELECT ");
		}
	}

}
