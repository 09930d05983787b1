package dev.tauriboot.plugin.sql;

import java.math.BigInteger;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Databases} and {@link Database} with MariaDB by the driver of MySQL.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MySqlTests extends ServerTests {

	@Override
	String scheme() {
		return "mysql";
	}

	@Override
	String path() {
		return "/notes";
	}

	@Override
	DatabaseServer serve() throws Exception {
		return new MariaDbServer();
	}

	@Override
	String sql(String query) {
		return query.replaceAll("(?<!')\\$\\d", "?");
	}

	@Override
	String noRows() {
		return "cannot issue statements that do not produce result sets";
	}

	// row 236
	@Test
	void lastRowIsTold() {
		database().execute("DROP TABLE IF EXISTS counted");
		database().execute("CREATE TABLE counted (id BIGINT AUTO_INCREMENT PRIMARY KEY, x INT)");
		assertThat(database().execute("INSERT INTO counted (x) VALUES (?)", 1L))
			.isEqualTo(new Database.Executed(1, 1L));
		assertThat(database().execute("INSERT INTO counted (x) VALUES (2), (3)"))
			.isEqualTo(new Database.Executed(2, 2L));
		assertThat(database().execute("UPDATE counted SET x = 0")).isEqualTo(new Database.Executed(3, 0L));
	}

	// row 240
	@Test
	void valuesHaveTheirKind() {
		database().execute("DROP TABLE IF EXISTS kinds");
		database().execute("""
				CREATE TABLE kinds (c CHAR(2), v VARCHAR(9), tt TINYTEXT, t TEXT, en ENUM('a', 'b'), f FLOAT, d DOUBLE,
				ti TINYINT, si SMALLINT, mi MEDIUMINT, i INT, bi BIGINT, bu BIGINT UNSIGNED, b BOOLEAN, y YEAR, da DATE,
				tm TIME, dt DATETIME, ts TIMESTAMP NULL, de DECIMAL(10, 2), bl BLOB, vb VARBINARY(9), n INT,
				nb BLOB, ny YEAR)
				""");
		database().execute("""
				INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 18446744073709551615, ?, ?, ?, ?, ?, ?, ?,
				x'00ff', x'0180', ?, ?, ?)
				""", "a", "b", "tt", "ü", "b", 1.5, -2.5, -3L, 4L, 5L, 6L, 9007199254740993L, true, 2024L, "2024-01-31",
				"10:00:01", "2024-01-31 10:00:00", "2024-01-31 10:00:00", 1.25, null, null, null);
		Map<String, Object> row = row("SELECT * FROM kinds");
		assertThat(row).containsEntry("c", "a")
			.containsEntry("v", "b")
			.containsEntry("tt", "tt")
			.containsEntry("t", "ü")
			.containsEntry("en", "b")
			.containsEntry("f", 1.5f)
			.containsEntry("d", -2.5)
			.containsEntry("ti", -3)
			.containsEntry("si", 4)
			.containsEntry("mi", 5)
			.containsEntry("i", 6)
			.containsEntry("bi", 9007199254740993L)
			.containsEntry("bu", new BigInteger("18446744073709551615"))
			.containsEntry("b", true)
			.containsEntry("y", 2024)
			.containsEntry("da", "2024-01-31")
			.containsEntry("tm", "10:00:01")
			.containsEntry("dt", "2024-01-31 10:00:00")
			.containsEntry("ts", "2024-01-31 10:00:00")
			.containsEntry("de", "1.25")
			.containsEntry("bl", new int[] { 0, 255 })
			.containsEntry("vb", new int[] { 1, 128 })
			.containsEntry("n", null)
			.containsEntry("nb", null)
			.containsEntry("ny", null);
	}

	@Test
	void placeholdersInTextsAreText() {
		assertThat(row("SELECT 'it''s ?' AS a, \"?\\\"?\" AS b, ? AS c /* ? */ # ?", "x"))
			.hasToString("{a=it's ?, b=?\"?, c=x}");
	}

	@Test
	void severalStatementsAreRefused() {
		assertRejected(() -> database().execute("INSERT INTO notes (id) VALUES (1); INSERT INTO notes (id) VALUES (2)"),
				"");
		assertThat(database().select("SELECT * FROM notes")).isEmpty();
	}

	// Looking at what a statement returns must not run it.
	@Test
	void selectRunsOnce() {
		database().execute("DROP SEQUENCE IF EXISTS counter");
		database().execute("CREATE SEQUENCE counter NOCACHE");
		assertThat(row("SELECT NEXTVAL(counter) AS n, ? AS v", "x")).hasToString("{n=1, v=x}");
		assertThat(row("SELECT NEXTVAL(counter) AS n")).hasToString("{n=2}");
	}

}
