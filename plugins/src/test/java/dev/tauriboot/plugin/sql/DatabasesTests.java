package dev.tauriboot.plugin.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.tauriboot.ipc.InvokeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Databases} and {@link Database}: rows 235 to 249 of the plugins'
 * contract, from the back end.
 */
class DatabasesTests {

	@TempDir
	private Path folder;

	private Databases databases;

	private Runnable whileOpening = () -> {
	};

	@BeforeEach
	void open() {
		this.databases = create(true, Map.of());
	}

	private Databases create(boolean attach, Map<String, DataSource> named, SqlMigrations... migrations) {
		return new Databases(new Databases.Settings(this::directory, List.of(migrations), Duration.ofSeconds(60),
				Duration.ofMillis(50), 4, attach, 5), named, JsonMapper.builder().build());
	}

	private Path directory() {
		this.whileOpening.run();
		return this.folder.resolve("config");
	}

	@AfterEach
	void close() {
		this.databases.close();
	}

	private Database notes(String url) {
		Database database = this.databases.load(url);
		database.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, title VARCHAR(100) UNIQUE, weight DOUBLE)");
		return database;
	}

	private static void assertRejected(ThrowingCallable call, String text) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(call).withMessageContaining(text);
	}

	// row 235
	@Test
	void fileIsBelowTheConfiguration() {
		assertThat(this.databases.load("sqlite:sub/test.db").url()).isEqualTo("sqlite:sub/test.db");
		assertThat(this.databases.load("sqlite:sub/test.db")).isSameAs(this.databases.get("sqlite:sub/test.db"));
		assertThat(this.folder.resolve("config/sub/test.db")).exists();
		Path absolute = this.folder.resolve("absolute.db");
		this.databases.load("sqlite:" + absolute);
		assertThat(absolute).exists();
	}

	@Test
	void databaseThatIsBeingOpenedWhileAllAreClosedDoesNotStayOpen() {
		this.whileOpening = this.databases::close;
		assertRejected(() -> this.databases.load("sqlite:a.db"), "database sqlite:a.db not loaded");
		assertRejected(() -> this.databases.get("sqlite:a.db"), "database sqlite:a.db not loaded");
		this.whileOpening = () -> {
		};
		assertThat(this.databases.load("sqlite:a.db")).isSameAs(this.databases.get("sqlite:a.db"));
	}

	// rows 236 to 239
	@ParameterizedTest
	@ValueSource(strings = { "sqlite:a.db", "sqlite::memory:", "h2:a", "h2::memory:" })
	void placeholdersHaveTheirValues(String url) {
		Database database = notes(url);
		assertThat(database.execute("INSERT INTO notes (id, title, weight) VALUES ($2, $1, $3)", "one", 7, 1.5)
			.rowsAffected()).isEqualTo(1);
		database.execute("INSERT INTO notes (id, title) VALUES ($1, '$1' || $1)", 8);
		assertThat(database.select("SELECT id, title, weight FROM notes ORDER BY id"))
			.hasToString(url.startsWith("h2") ? "[{ID=7, TITLE=one, WEIGHT=1.5}, {ID=8, TITLE=$18, WEIGHT=null}]"
					: "[{id=7, title=one, weight=1.5}, {id=8, title=$18, weight=null}]");
		assertThat(database.execute("UPDATE notes SET weight = $1", 2).rowsAffected()).isEqualTo(2);
		assertThat(database.execute("DELETE FROM notes WHERE id = $1 OR id = $1 + 1", 7).rowsAffected()).isEqualTo(2);
	}

	// row 236
	@Test
	void lastRowIsTold() {
		Database database = notes("sqlite:a.db");
		assertThat(database.execute("INSERT INTO notes (title) VALUES ($1)", "a").lastInsertId()).isEqualTo(1);
		assertThat(database.execute("INSERT INTO notes (title) VALUES ('b')").lastInsertId()).isEqualTo(2);
		assertThat(database.execute("UPDATE notes SET weight = 1").lastInsertId()).isEqualTo(2);
		Database h2 = this.databases.load("h2::memory:");
		h2.execute("CREATE TABLE n (id INT GENERATED ALWAYS AS IDENTITY, t TEXT)");
		assertThat(h2.execute("INSERT INTO n (t) VALUES ($1)", "a").lastInsertId()).isEqualTo(1);
		assertThat(h2.execute("DELETE FROM n").lastInsertId()).isNull();
	}

	// rows 240 and 241
	@Test
	void sqliteValuesAreAsStored() {
		Database database = this.databases.load("sqlite::memory:");
		database.execute("CREATE TABLE t (b BOOLEAN, d DATETIME, v)");
		database.execute("INSERT INTO t VALUES ($1, $2, $3)", true, "2024-01-31 10:00:00", 5000000000L);
		Map<String, Object> row = database.select(
				"SELECT 1 AS i, 1.5 AS r, 'x' AS t, x'00ff' AS blob, NULL AS n, b, d, v, 9e999 AS inf, 2 AS i FROM t")
			.get(0);
		assertThat(row.keySet()).containsExactly("i", "r", "t", "blob", "n", "b", "d", "v", "inf");
		assertThat(row).containsEntry("i", 2)
			.containsEntry("r", 1.5)
			.containsEntry("t", "x")
			.containsEntry("blob", new int[] { 0, 255 })
			.containsEntry("n", null)
			.containsEntry("b", 1)
			.containsEntry("d", "2024-01-31 10:00:00")
			.containsEntry("v", 5000000000L)
			.containsEntry("inf", null);
	}

	@Test
	void valuesOfOtherDatabasesHaveTheirKind() {
		Database database = this.databases.load("h2::memory:");
		Map<String, Object> row = database.select("""
				SELECT TRUE AS b, 5000000000 AS l, CAST(1.25 AS DECIMAL(10, 2)) AS d, DATE '2024-01-31' AS dy,
				TIMESTAMP '2024-01-31 10:00:00' AS t, X'00ff' AS bin, CAST(NULL AS INT) AS n, JSON '{"a": [1]}' AS j,
				CAST('x' AS CLOB) AS c
				""").get(0);
		assertThat(row).containsEntry("B", true)
			.containsEntry("L", 5000000000L)
			.containsEntry("D", "1.25")
			.containsEntry("DY", "2024-01-31")
			.containsEntry("T", "2024-01-31 10:00:00")
			.containsEntry("BIN", new int[] { 0, 255 })
			.containsEntry("N", null)
			.containsEntry("C", "x");
		assertThat(row.get("J")).hasToString("{\"a\":[1]}");
		assertRejected(() -> database.select("SELECT ARRAY[1, 2]"), "unsupported datatype: ");
	}

	// rows 242 and 244
	@Test
	void closedDatabaseIsUnknown() {
		assertRejected(() -> this.databases.get("sqlite:a.db"), "database sqlite:a.db not loaded");
		assertRejected(() -> this.databases.close("sqlite:a.db"), "database sqlite:a.db not loaded");
		Database database = notes("sqlite:a.db");
		this.databases.load("sqlite:b.db");
		this.databases.close("sqlite:a.db");
		assertRejected(() -> this.databases.get("sqlite:a.db"), "database sqlite:a.db not loaded");
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> database.select("SELECT 1"));
		this.databases.close();
		assertRejected(() -> this.databases.get("sqlite:b.db"), "database sqlite:b.db not loaded");
		assertThat(this.databases.load("sqlite:a.db").select("SELECT * FROM notes")).isEmpty();
	}

	// row 245
	@Test
	void transactionSpansCalls() {
		Database database = notes("sqlite:a.db");
		database.execute("BEGIN");
		database.execute("INSERT INTO notes (title) VALUES ($1)", "a");
		database.execute("ROLLBACK");
		assertThat(database.select("SELECT * FROM notes")).isEmpty();
		database.execute("BEGIN IMMEDIATE");
		database.execute("INSERT INTO notes (title) VALUES ($1)", "a");
		database.execute("COMMIT");
		assertThat(database.select("SELECT * FROM notes")).hasSize(1);
		assertRejected(() -> notes("h2:a").execute("BEGIN"), "a transaction cannot span calls");
	}

	@Test
	void failureInATransactionLeavesTheChoice() {
		Database database = notes("sqlite:a.db");
		database.execute("BEGIN");
		database.execute("INSERT INTO notes (title) VALUES ('a')");
		assertRejected(() -> database.execute("INSERT INTO notes (title) VALUES ('a')"), "UNIQUE constraint failed");
		assertThat(database.select("SELECT * FROM notes")).hasSize(1);
		database.execute("ROLLBACK");
		assertThat(database.select("SELECT * FROM notes")).isEmpty();
		assertRejected(() -> database.execute("COMMIT"), "no transaction is active");
	}

	@Test
	void failureWithinSeveralStatementsRollsTheirTransactionBack() {
		Database database = notes("sqlite:a.db");
		assertRejected(() -> database.execute("""
				BEGIN;
				INSERT INTO notes (title) VALUES ('a');
				INSERT INTO notes (title) VALUES ('a');
				COMMIT;
				"""), "UNIQUE constraint failed");
		assertThat(database.select("SELECT * FROM notes")).isEmpty();
		database.execute("BEGIN; INSERT INTO notes (title) VALUES ('a'); COMMIT");
		assertThat(database.select("SELECT * FROM notes")).hasSize(1);
	}

	@Test
	void severalStatementsRunAll() {
		Database database = this.databases.load("sqlite:a.db");
		database.execute("""
				CREATE TABLE a (x); CREATE TABLE log (x);
				CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO log VALUES (new.x); END;
				INSERT INTO a VALUES ('$1;');
				""");
		assertThat(database.select("SELECT x FROM log")).hasToString("[{x=$1;}]");
		assertRejected(() -> database.execute("INSERT INTO a VALUES ($1); DELETE FROM a", 1),
				"only one statement can be run with values");
		assertRejected(() -> database.select("SELECT 1; DELETE FROM a"), "only one statement can return rows");
		assertThat(database.select("SELECT x FROM a")).hasSize(1);
	}

	// row 246
	@Test
	void errorsHaveTheDriversText() {
		Database database = notes("sqlite:a.db");
		assertRejected(() -> database.execute("INSRT"), "near \"INSRT\": syntax error");
		assertRejected(() -> database.select("SELECT * FROM nope"), "no such table: nope");
		assertRejected(() -> notes("h2:a").execute("INSRT"), "Syntax error in SQL statement");
	}

	// row 248
	@ParameterizedTest
	@ValueSource(strings = { "sqlite::memory:", "h2::memory:" })
	void everyPlaceholderNeedsItsValue(String url) {
		Database database = notes(url);
		assertRejected(() -> database.execute("INSERT INTO notes (id, title) VALUES ($1, $2)", 1),
				"the statement has 2 placeholders, but there are 1 values");
		assertRejected(() -> database.execute("INSERT INTO notes (id, title) VALUES ($1, $2)"), "2 placeholders");
		assertRejected(() -> database.select("SELECT * FROM notes WHERE id = $1", 1, 2), "but there are 2 values");
		assertThat(database.select("SELECT * FROM notes")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sqlite::memory:", "h2::memory:" })
	void selectChangesNothing(String url) {
		Database database = notes(url);
		database.execute("INSERT INTO notes (id, title) VALUES (1, 'a')");
		for (String query : new String[] { "DELETE FROM notes", "DROP TABLE notes",
				"INSERT INTO notes (id) VALUES (2)" }) {
			assertRejected(() -> database.select(query), "the statement returns no rows");
		}
		assertThat(database.select("SELECT * FROM notes")).hasSize(1);
	}

	@Test
	void lockedDatabaseIsAnError() throws Exception {
		Database database = notes("sqlite:a.db");
		try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + this.folder.resolve("config/a.db"));
				Statement statement = other.createStatement()) {
			statement.executeUpdate("BEGIN EXCLUSIVE");
			assertRejected(() -> database.execute("INSERT INTO notes (title) VALUES ('a')"), "database is locked");
			statement.executeUpdate("ROLLBACK");
		}
		assertThat(database.execute("INSERT INTO notes (title) VALUES ('a')").rowsAffected()).isEqualTo(1);
	}

	@Test
	void brokenFileIsAnError() throws IOException {
		Path file = this.folder.resolve("config/broken.db");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "not a database ".repeat(500));
		assertRejected(() -> this.databases.load("sqlite:broken.db").select("SELECT * FROM sqlite_master"),
				"file is not a database");
		Files.createDirectory(this.folder.resolve("config/folder.db"));
		assertRejected(() -> this.databases.load("sqlite:folder.db"), "unable to open database file");
		Files.writeString(this.folder.resolve("file"), "");
		assertRejected(() -> this.databases.load("sqlite:" + this.folder.resolve("file/a.db")), "");
		assertRejected(() -> this.databases.load("sqlite:missing.db?mode=rw"), "unable to open database file");
	}

	@Test
	void fullDatabaseIsAnError() {
		Database database = notes("sqlite:a.db");
		database.select("PRAGMA max_page_count = 4");
		assertRejected(() -> database.execute("INSERT INTO notes (title) VALUES ($1)", "x".repeat(100_000)),
				"database or disk is full");
		assertThat(database.select("SELECT * FROM notes")).isEmpty();
	}

	@Test
	void extensionsAreNotLoaded() {
		Database database = this.databases.load("sqlite::memory:");
		assertRejected(() -> database.select("SELECT load_extension('x')"), "not authorized");
	}

	@Test
	void filesAreAttachedUnlessThatIsOff() {
		Path other = this.folder.resolve("other.db");
		this.databases.load("sqlite:a.db").execute("ATTACH DATABASE '" + other + "' AS other");
		try (Databases confined = create(false, Map.of())) {
			Database database = confined.load("sqlite:b.db");
			assertRejected(() -> database.execute("ATTACH DATABASE '" + other + "' AS other"), "too many attached");
		}
	}

	@Test
	void pagesAreNoAdministratorsOfH2() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret"), "secret");
		Database database = notes("h2:a");
		assertRejected(() -> database.select("SELECT FILE_READ($1)", secret.toString()), "Admin rights are required");
		assertRejected(() -> database.execute("CREATE ALIAS run AS 'int run() { return 1; }'"),
				"Admin rights are required");
		assertRejected(() -> database.execute("CREATE USER other PASSWORD '' ADMIN"), "Admin rights are required");
		assertRejected(() -> database.execute("CREATE TRIGGER t BEFORE INSERT ON notes FOR EACH ROW AS 'x'"), "");
		this.databases.close("h2:a");
		assertThat(this.databases.load("h2:a").select("SELECT * FROM notes")).isEmpty();
	}

	@Test
	void databasesInMemoryArePrivate() {
		Database first = notes("sqlite::memory:");
		assertThat(this.databases.load("sqlite::memory:")).isSameAs(first);
		this.databases.close("sqlite::memory:");
		assertThat(this.databases.load("sqlite::memory:").select("SELECT * FROM sqlite_master")).isEmpty();
	}

	// row 249
	@ParameterizedTest
	@ValueSource(strings = { "sqlite:m.db", "sqlite::memory:", "h2:m" })
	void migrationsAreAppliedOnce(String url) throws IOException {
		Path scripts = Files.createDirectories(this.folder.resolve("scripts"));
		Files.writeString(scripts.resolve("V1__notes.sql"), "CREATE TABLE notes (id INTEGER PRIMARY KEY);");
		Files.writeString(scripts.resolve("V2__first.sql"), "INSERT INTO notes VALUES (1);");
		SqlMigrations migrations = new SqlMigrations(url, List.of("filesystem:" + scripts));
		for (int start = 0; start < 2; start++) {
			try (Databases started = create(true, Map.of(), migrations)) {
				Database database = started.load(url);
				assertThat(database.select("SELECT * FROM notes")).hasSize(1);
				started.load("sqlite:other.db");
			}
		}
		Files.writeString(scripts.resolve("V3__broken.sql"), "INSRT");
		try (Databases broken = create(true, Map.of(), migrations)) {
			assertRejected(() -> broken.load(url), "error while running migrations: ");
			assertRejected(() -> broken.get(url), "not loaded");
		}
	}

	@Test
	void ownDataSourceIsReachedByName() {
		JdbcDataSource own = new JdbcDataSource();
		own.setURL("jdbc:h2:mem:own;DB_CLOSE_DELAY=-1");
		try (Databases named = create(true, Map.of("notes", own))) {
			Database database = named.load("datasource:notes");
			database.execute("CREATE TABLE t (x INT)");
			database.execute("INSERT INTO t VALUES ($1)", 1);
			assertThat(database.select("SELECT x FROM t WHERE x = $1", 1)).hasToString("[{X=1}]");
			named.close("datasource:notes");
			assertThat(named.load("datasource:notes").select("SELECT x FROM t")).hasSize(1);
			assertRejected(() -> named.load("datasource:other"), "invalid connection url: datasource:other");
		}
	}

	@Test
	void ownDataSourceThatDoesNotCommitByItselfKeepsWhatIsWritten() {
		try (HikariDataSource own = new HikariDataSource()) {
			own.setJdbcUrl("jdbc:h2:mem:manual");
			own.setMinimumIdle(1);
			own.setAutoCommit(false);
			try (Databases named = create(true, Map.of("notes", own))) {
				Database database = named.load("datasource:notes");
				database.execute("CREATE TABLE t (x INT PRIMARY KEY)");
				database.execute("INSERT INTO t VALUES ($1)", 1);
				assertRejected(() -> database.execute("INSERT INTO t VALUES (2), (1)"), "");
				assertThat(database.select("SELECT x FROM t")).hasToString("[{X=1}]");
			}
		}
	}

	@Test
	void unreachableServerIsAnError() {
		assertRejected(() -> this.databases.load("postgres://u:hidden@127.0.0.1:1/a?connect_timeout=60"), "refused");
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> this.databases.load("mysql://u:hidden@127.0.0.1:1/a"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hidden"));
	}

	@Test
	void numberOfDatabasesIsBounded() {
		IntStream.range(0, 5).forEach((i) -> this.databases.load("sqlite:" + i + ".db"));
		assertRejected(() -> this.databases.load("sqlite:one-more.db"),
				"too many databases are open: the limit is 5 (tauri.plugins.sql.max-open)");
		this.databases.close("sqlite:0.db");
		assertThat(this.databases.load("sqlite:one-more.db")).isNotNull();
	}

	@Test
	void asManyAsMayBeOpenAreOpenedAtOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(5);
		try {
			for (int round = 0; round < 10; round++) {
				List<Callable<Object>> calls = IntStream.range(0, 5)
					.<Callable<Object>>mapToObj((i) -> () -> this.databases.load("sqlite:" + i + ".db"))
					.toList();
				for (Future<Object> call : threads.invokeAll(calls)) {
					call.get();
				}
				assertRejected(() -> this.databases.load("sqlite:one-more.db"), "the limit is 5");
				IntStream.range(0, 5).forEach((i) -> this.databases.close("sqlite:" + i + ".db"));
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void callsFromManyThreadsAreSafe() throws Exception {
		Database database = notes("sqlite:a.db");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Object>> calls = IntStream.range(0, 200)
				.<Callable<Object>>mapToObj(
						(i) -> () -> database.execute("INSERT INTO notes (title) VALUES ($1)", "n" + i))
				.toList();
			for (Future<Object> call : threads.invokeAll(calls)) {
				call.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(database.select("SELECT count(*) AS n FROM notes")).hasToString("[{n=200}]");
	}

}
