package dev.tauriboot.plugin.sql;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Databases} and {@link Database} with PostgreSQL.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresTests extends ServerTests {

	@Override
	String scheme() {
		return "postgres";
	}

	@Override
	String path() {
		return "/postgres";
	}

	@Override
	DatabaseServer serve() throws Exception {
		return new PostgresServer();
	}

	@Override
	String sql(String query) {
		return query;
	}

	// rows 237 and 238
	@Test
	void placeholdersAreInAnyOrderAndMoreThanOnce() {
		database().execute("INSERT INTO notes (id, title) VALUES ($2, $1)", "one", 7L);
		assertThat(row("SELECT id, title FROM notes WHERE id = $2 AND title = $1 AND $2 = id", "one", 7L))
			.hasToString("{id=7, title=one}");
		assertThat(row("SELECT '{\"a\": 1}'::jsonb ? 'a' AS has, $$it's $1$$ AS quoted"))
			.hasToString("{has=true, quoted=it's $1}");
	}

	// row 236
	@Test
	void lastRowIsNotTold() {
		assertThat(database().execute("INSERT INTO notes (id) VALUES (1)")).isEqualTo(new Database.Executed(1, null));
	}

	// row 240
	@Test
	void valuesAreAsTheContractSays() {
		Map<String, Object> row = row(
				"""
						SELECT 'a'::char(2) AS c, 'b'::varchar AS v, 'ü'::text AS t, 'n'::name AS n,
						'123e4567-e89b-12d3-a456-426614174000'::uuid AS u, 1.5::float4 AS f4, -2.5::float8 AS f8, 2::int2 AS i2,
						4::int4 AS i4, 9007199254740993::int8 AS i8, true AS b, '2024-01-31'::date AS d, '10:00:01.5'::time AS ti,
						'2024-01-31 10:00:00'::timestamp AS ts, '2024-01-31 10:00:00+02'::timestamptz AS tz,
						'{"a": [1, null]}'::json AS j, '[2]'::jsonb AS jb, '\\x00ff'::bytea AS by, NULL::int4 AS none,
						NULL::jsonb AS nojson, NULL::bytea AS nobytes, 'NaN'::float8 AS nan, 'x' AS unknown
						""");
		assertThat(row.keySet()).startsWith("c", "v", "t", "n").endsWith("nan", "unknown");
		assertThat(row).containsEntry("c", "a ")
			.containsEntry("v", "b")
			.containsEntry("t", "ü")
			.containsEntry("n", "n")
			.containsEntry("u", "123e4567-e89b-12d3-a456-426614174000")
			.containsEntry("f4", 1.5f)
			.containsEntry("f8", -2.5)
			.containsEntry("i2", 2)
			.containsEntry("i4", 4)
			.containsEntry("i8", 9007199254740993L)
			.containsEntry("b", true)
			.containsEntry("d", "2024-01-31")
			.containsEntry("ti", "10:00:01.5")
			.containsEntry("ts", "2024-01-31 10:00:00")
			.containsEntry("by", new int[] { 0, 255 })
			.containsEntry("none", null)
			.containsEntry("nojson", null)
			.containsEntry("nobytes", null)
			.containsEntry("nan", null)
			.containsEntry("unknown", "x");
		assertThat(row.get("tz")).asString().startsWith("2024-01-31 ").matches(".*[+-]\\d\\d(:\\d\\d)?");
		assertThat(row.get("j")).hasToString("{\"a\":[1,null]}");
		assertThat(row.get("jb")).hasToString("[2]");
		assertThat(row("SELECT pg_sleep(0) AS v")).containsEntry("v", null);
		assertRejected(() -> row("SELECT 1.5::numeric AS n"), "unsupported datatype: NUMERIC");
		assertRejected(() -> row("SELECT ARRAY[1] AS a"), "unsupported datatype: ");
		assertRejected(() -> row("SELECT '1 day'::interval AS i"), "unsupported datatype: INTERVAL");
	}

	@Test
	void textsPassForWhatHasNoOtherForm() {
		database().execute("DROP TABLE IF EXISTS kinds");
		database().execute("CREATE TABLE kinds (u uuid, d date, j jsonb, b boolean, n numeric, i int2, s bigserial)");
		database().execute("INSERT INTO kinds VALUES ($1, $2, $3, $4, $5, $6)", "123e4567-e89b-12d3-a456-426614174000",
				"2024-01-31", "{\"a\":1}", true, 1.5, 3L);
		assertThat(row("SELECT u, d, j, b, n::text AS n, i, s FROM kinds WHERE d = $1 AND j = $2", "2024-01-31",
				"{\"a\": 1}"))
			.hasToString("{u=123e4567-e89b-12d3-a456-426614174000, d=2024-01-31, j={\"a\":1}, b=true, n=1.5, i=3, "
					+ "s=1}");
		assertRejected(() -> database().execute("INSERT INTO kinds (d) VALUES ($1)", "no date"), "no date");
	}

	@Test
	void severalStatementsFailTogether() {
		assertThat(database().execute("INSERT INTO notes (id) VALUES (1); INSERT INTO notes (id) VALUES (2)")
			.rowsAffected()).isPositive();
		assertRejected(() -> database().execute("INSERT INTO notes (id) VALUES (3); INSERT INTO notes (id) VALUES (1)"),
				"duplicate key");
		assertThat(row("SELECT count(*) AS n FROM notes")).hasToString("{n=2}");
		assertRejected(() -> database().select("SELECT 1; DELETE FROM notes"), "only one statement can return rows");
	}

}
