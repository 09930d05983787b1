package dev.tauriboot.plugin.sql;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import dev.tauriboot.ipc.InvokeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What holds of every database server: rows 235 to 249 of the plugins' contract, from the
 * back end. The server is one of Maven's, or the one of the connection string that the
 * system property {@code tauri.test.} and the scheme has, whose user may make tables.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	// For servers that do not answer.
	private static final Duration HASTE = Duration.ofSeconds(2);

	@TempDir
	private Path folder;

	private DatabaseServer server;

	private Relay relay;

	private String user;

	private String password;

	private String path;

	private Databases databases;

	private Database database;

	abstract String scheme();

	abstract String path();

	abstract DatabaseServer serve() throws Exception;

	/**
	 * Write the placeholders of this kind of server.
	 */
	abstract String sql(String query);

	/**
	 * What a statement is refused with that cannot be selected.
	 */
	String noRows() {
		return "the statement returns no rows";
	}

	@BeforeAll
	void start() throws Exception {
		String own = System.getProperty("tauri.test." + scheme());
		if (own != null) {
			URI uri = URI.create(own);
			String[] info = uri.getUserInfo().split(":");
			this.user = info[0];
			this.password = info[1];
			this.path = uri.getPath();
			this.relay = new Relay(new InetSocketAddress(uri.getHost(), uri.getPort()));
		}
		else {
			this.server = serve();
			this.user = DatabaseServer.USER;
			this.password = DatabaseServer.PASSWORD;
			this.path = path();
			this.relay = new Relay(this.server.address());
		}
		try (Databases started = create(this.folder)) {
			Awaitility.await()
				.atMost(PATIENCE.multipliedBy(2))
				.failFast(() -> assertThat(this.server).matches((server) -> server == null || server.isAlive()))
				.untilAsserted(
						() -> assertThatNoException().as("%s", this.server).isThrownBy(() -> started.load(url())));
		}
	}

	@AfterAll
	void stop() throws Exception {
		if (this.relay != null) {
			this.relay.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	String url() {
		return url(this.password, this.relay.port());
	}

	private String url(String password, int port) {
		return scheme() + "://" + this.user + ":" + password + "@127.0.0.1:" + port + this.path;
	}

	private static Databases create(Path folder, SqlMigrations... migrations) {
		return create(folder, PATIENCE, migrations);
	}

	private static Databases create(Path folder, Duration connectionTimeout, SqlMigrations... migrations) {
		return new Databases(new Databases.Settings(() -> folder, List.of(migrations), connectionTimeout,
				Duration.ofMillis(50), 3, true, 5), Map.of(), JsonMapper.builder().build());
	}

	@BeforeEach
	void open() {
		this.databases = create(this.folder);
		this.database = this.databases.load(url());
		this.database.execute("DROP TABLE IF EXISTS notes");
		this.database.execute(
				"CREATE TABLE notes (id INTEGER PRIMARY KEY, title VARCHAR(100) UNIQUE, weight DOUBLE " + "PRECISION)");
	}

	@AfterEach
	void close() {
		this.databases.close();
	}

	Database database() {
		return this.database;
	}

	Map<String, Object> row(String query, Object... values) {
		List<Map<String, Object>> rows = this.database.select(sql(query), values);
		assertThat(rows).hasSize(1);
		return rows.get(0);
	}

	static void assertRejected(ThrowingCallable call, String text) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(call).withMessageContaining(text);
	}

	// rows 235 to 239
	@Test
	void placeholdersHaveTheirValues() {
		assertThat(this.databases.load(url())).isSameAs(this.database);
		assertThat(this.database.url()).isEqualTo(url());
		assertThat(this.database
			.execute(sql("INSERT INTO notes (id, title, weight) VALUES ($1, $2, $3)"), 7L, "ünï '$1' ? \\", 1.5)
			.rowsAffected()).isEqualTo(1);
		this.database.execute(sql("INSERT INTO notes (id, title) VALUES ($1, $2)"), 8L, null);
		assertThat(this.database.select("SELECT id, title, weight FROM notes ORDER BY id"))
			.hasToString("[{id=7, title=ünï '$1' ? \\, weight=1.5}, {id=8, title=null, weight=null}]");
		assertThat(row("SELECT '$1 ?' AS text, id FROM notes WHERE id = $1", 7L)).hasToString("{text=$1 ?, id=7}");
		assertThat(this.database.execute("UPDATE notes SET weight = 2").rowsAffected()).isEqualTo(2);
		assertThat(this.database.execute(sql("DELETE FROM notes WHERE id = $1"), 9L).rowsAffected()).isZero();
	}

	// row 241
	@Test
	void lastOfTwoColumnsOfANameWins() {
		assertThat(row("SELECT 1 AS b, 2 AS a, 3 AS b")).hasToString("{b=3, a=2}");
	}

	// row 244
	@Test
	void closedDatabaseIsUnknown() {
		this.databases.close(url());
		assertRejected(() -> this.databases.get(url()), " not loaded");
		assertRejected(() -> this.database.select("SELECT 1"), "");
		assertThat(this.databases.load(url()).select("SELECT id FROM notes")).isEmpty();
	}

	// row 246
	@Test
	void errorsHaveTheDriversText() {
		assertRejected(() -> this.database.execute("INSRT"), "INSRT");
		assertRejected(() -> this.database.select("SELECT * FROM nope"), "nope");
	}

	// row 248
	@Test
	void everyPlaceholderNeedsItsValue() {
		assertRejected(() -> this.database.execute(sql("INSERT INTO notes (id, title) VALUES ($1, $2)"), 1L),
				"the statement has 2 placeholders, but there are 1 values");
		assertRejected(() -> this.database.select(sql("SELECT * FROM notes WHERE id = $1"), 1L, 2L),
				"but there are 2 values");
		assertThat(this.database.select("SELECT * FROM notes")).isEmpty();
	}

	@Test
	void selectChangesNothing() {
		this.database.execute("INSERT INTO notes (id, title) VALUES (1, 'a')");
		for (String query : new String[] { "DELETE FROM notes", "DROP TABLE notes", "INSERT INTO notes (id) VALUES (2)",
				"UPDATE notes SET id = 3" }) {
			assertRejected(() -> this.database.select(query), noRows());
		}
		assertThat(this.database.select("SELECT id FROM notes")).hasToString("[{id=1}]");
	}

	@Test
	void statementThatFailsMidwayChangesNothing() {
		this.database.execute("INSERT INTO notes (id, title) VALUES (1, 'a')");
		assertRejected(() -> this.database.execute("INSERT INTO notes (id, title) VALUES (2, 'b'), (3, 'a')"), "a");
		assertThat(this.database.select("SELECT id FROM notes")).hasToString("[{id=1}]");
		for (String query : new String[] { "BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT a" }) {
			assertRejected(() -> this.database.execute(query), "a transaction cannot span calls");
		}
	}

	@Test
	void transactionOfTheApplicationThatFailsMidwayIsRolledBack() {
		TransactionTemplate transaction = new TransactionTemplate(
				new DataSourceTransactionManager(this.database.dataSource()));
		JdbcTemplate jdbc = new JdbcTemplate(this.database.dataSource());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> transaction.execute((status) -> {
			jdbc.update("INSERT INTO notes (id) VALUES (1)");
			throw new IllegalStateException("midway");
		}));
		assertThat(this.database.select("SELECT id FROM notes")).isEmpty();
		transaction.execute((status) -> jdbc.update("INSERT INTO notes (id) VALUES (1)"));
		assertThat(this.database.select("SELECT id FROM notes")).hasSize(1);
	}

	// row 249
	@Test
	void migrationsAreAppliedOnce() throws Exception {
		this.database.execute("DROP TABLE notes");
		this.database.execute("DROP TABLE IF EXISTS flyway_schema_history");
		Path scripts = Files.createDirectories(this.folder.resolve("scripts-" + scheme()));
		Files.writeString(scripts.resolve("V1__notes.sql"), "CREATE TABLE notes (id INTEGER PRIMARY KEY);");
		Files.writeString(scripts.resolve("V2__first.sql"), "INSERT INTO notes VALUES (1);");
		SqlMigrations migrations = new SqlMigrations(url(), List.of("filesystem:" + scripts));
		for (int start = 0; start < 2; start++) {
			try (Databases started = create(this.folder, migrations)) {
				assertThat(started.load(url()).select("SELECT id FROM notes")).hasSize(1);
			}
		}
		Files.writeString(scripts.resolve("V3__broken.sql"), "INSERT INTO notes VALUES (2);\nINSRT;");
		try (Databases broken = create(this.folder, migrations)) {
			assertRejected(() -> broken.load(url()), "error while running migrations: ");
			assertRejected(() -> broken.get(url()), " not loaded");
		}
		this.database.execute("DROP TABLE flyway_schema_history");
	}

	@Test
	void passwordIsToldToNobody() {
		Logger root = (Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		root.setLevel(Level.TRACE);
		try (Databases other = create(this.folder)) {
			String wrong = "wr0ng-horse";
			String url = url(wrong, this.relay.port());
			assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> other.load(url))
				.withMessageContaining(this.user)
				.satisfies((ex) -> assertThat(ex).asString().doesNotContain(wrong));
			assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> other.get(url))
				.withMessage("database " + url(ConnectionUrl.MASK, this.relay.port()) + " not loaded");
			other.load(url());
			List<ILoggingEvent> lines;
			// Threads of pools log as well.
			synchronized (log) {
				lines = List.copyOf(log.list);
			}
			assertThat(lines).isNotEmpty()
				.extracting((event) -> event.getFormattedMessage() + event.getThrowableProxy())
				.noneMatch((line) -> line.contains(wrong) || line.contains(this.password));
		}
		finally {
			root.setLevel(before);
			root.detachAppender(log);
		}
	}

	@Test
	void serverMayGoAndComeBack() throws Exception {
		try (Databases hasty = create(this.folder, HASTE)) {
			Database lost = Awaitility.await()
				.atMost(PATIENCE)
				.ignoreException(InvokeException.class)
				.until(() -> hasty.load(url()), (loaded) -> true);
			this.relay.cut();
			try {
				assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> lost.select("SELECT 1 AS one"));
				// a moment later, when the pool has noticed
				assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> lost.select("SELECT 1 AS one"))
					.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("tauri-sql"));
				assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> {
					try (Databases other = create(this.folder, HASTE)) {
						other.load(url());
					}
				});
			}
			finally {
				this.relay.mend();
			}
			Awaitility.await()
				.atMost(PATIENCE)
				.ignoreException(InvokeException.class)
				.untilAsserted(() -> assertThat(lost.select("SELECT 1 AS one")).hasToString("[{one=1}]"));
		}
	}

	@Test
	void silentServerIsAnErrorAndHoldsUpNobodyElse() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				Databases hasty = create(this.folder, HASTE)) {
			assertThatExceptionOfType(InvokeException.class)
				.isThrownBy(() -> hasty.load(url("x", silent.getLocalPort())));
			CompletableFuture<Database> waiting = CompletableFuture
				.supplyAsync(() -> this.databases.load(url("x", closing.getLocalPort())));
			closing.setSoTimeout((int) PATIENCE.toMillis());
			try (Socket asked = closing.accept()) {
				assertThat(this.databases.load("sqlite::memory:").select("SELECT 1 AS one")).hasSize(1);
				assertThat(waiting).isNotDone();
				closing.close();
			}
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
				.withCauseInstanceOf(InvokeException.class);
		}
	}

	@Test
	void callsFromManyThreadsShareThePool() {
		IntStream.range(0, 100)
			.parallel()
			.forEach((i) -> this.database.execute(sql("INSERT INTO notes (id, title) VALUES ($1, $2)"), (long) i,
					"n" + i));
		assertThat(row("SELECT count(*) AS n FROM notes")).hasToString("{n=100}");
		HikariDataSource pool = (HikariDataSource) this.database.dataSource();
		assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isBetween(1, 3);
	}

}
