package dev.tauriboot.plugin.sql;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.IoErrors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The databases that are open: section 3.13 of the plugins' contract. A bean, safe for
 * any thread. Closing it closes them.
 *
 * @since 0.1.0
 */
public final class Databases implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Databases.class);

	private static final String NAMED = "datasource:";

	private final Settings settings;

	private final Map<String, DataSource> named;

	private final JsonMapper mapper;

	private final Map<String, Database> open = new ConcurrentHashMap<>();

	private final Map<String, FutureTask<Database>> opening = new ConcurrentHashMap<>();

	private final Set<String> admitted = ConcurrentHashMap.newKeySet();

	private final AtomicInteger closings = new AtomicInteger();

	/**
	 * Create the databases.
	 * @param settings how they are opened
	 * @param named the application's own, which pages reach as {@code datasource:} and
	 * the name
	 * @param mapper reads what databases keep as JSON
	 */
	public Databases(Settings settings, Map<String, DataSource> named, JsonMapper mapper) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(named, "'named' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.settings = settings;
		this.named = Map.copyOf(named);
		this.mapper = mapper;
	}

	/**
	 * Open a database, or find the one that is open. Migrations are applied.
	 * @param url the connection string
	 * @return the database
	 * @throws InvokeException if it cannot be opened
	 */
	public Database load(String url) {
		Assert.notNull(url, "'url' must not be null");
		Database known = this.open.get(url);
		if (known != null) {
			return known;
		}
		// A server that is slow to answer holds up nobody who wants another.
		FutureTask<Database> task = new FutureTask<>(() -> openOnce(url));
		FutureTask<Database> other = this.opening.putIfAbsent(url, task);
		if (other != null) {
			return result(other);
		}
		task.run();
		return result(task);
	}

	private static Database result(FutureTask<Database> task) {
		try {
			return task.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure
					: new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InvokeException("interrupted", ex);
		}
	}

	private Database openOnce(String url) {
		try {
			Database known = this.open.get(url);
			return (known != null) ? known : openNew(url);
		}
		finally {
			// Before anybody hears of the end.
			this.admitted.remove(url);
			this.opening.remove(url);
		}
	}

	private Database openNew(String url) {
		admit(url);
		int closings = this.closings.get();
		Database database = url.startsWith(NAMED) ? named(url) : open(url);
		this.open.put(url, database);
		// Who closed all may have looked before it was there.
		if (this.closings.get() != closings) {
			if (this.open.remove(url, database)) {
				close(database.closing());
			}
			throw notLoaded(url);
		}
		return database;
	}

	private void admit(String url) {
		synchronized (this.admitted) {
			// One that has just been opened may be in both.
			Set<String> counted = new HashSet<>(this.admitted);
			counted.addAll(this.open.keySet());
			if (counted.size() >= this.settings.maxOpen()) {
				throw new InvokeException("too many databases are open: the limit is " + this.settings.maxOpen()
						+ " (tauri.plugins.sql.max-open)");
			}
			this.admitted.add(url);
		}
	}

	private Database named(String url) {
		DataSource dataSource = this.named.get(url.substring(NAMED.length()));
		if (dataSource == null) {
			throw ConnectionUrl.invalid(url);
		}
		try (Connection connection = dataSource.getConnection()) {
			Dialect dialect = Dialect.ofProduct(connection.getMetaData().getDatabaseProductName());
			migrate(url, () -> dataSource);
			return new Database(url, dialect, dataSource, false, new ColumnReader(dialect, this.mapper), () -> {
			});
		}
		catch (SQLException ex) {
			throw Database.failure(ex);
		}
	}

	private Database open(String url) {
		ConnectionUrl parsed = ConnectionUrl.parse(url, this.settings.directory());
		if (!ClassUtils.isPresent(parsed.driver(), Databases.class.getClassLoader())) {
			throw new InvokeException("there is no driver for " + url.substring(0, url.indexOf(':')));
		}
		createFolder(parsed.file());
		Closeable administration = () -> {
		};
		HikariDataSource pool = null;
		boolean done = false;
		try {
			if (parsed.dialect() == Dialect.H2) {
				Connection connection = administer(parsed);
				administration = () -> close(connection);
			}
			HikariDataSource created = new HikariDataSource(config(parsed));
			pool = created;
			migrate(url, () -> (parsed.dialect() == Dialect.H2) ? new AdminDataSource(parsed.jdbcUrl()) : created);
			Closeable last = administration;
			Database database = new Database(url, parsed.dialect(), created, parsed.dialect().hasOneConnection(),
					new ColumnReader(parsed.dialect(), this.mapper), () -> {
						created.close();
						last.close();
					});
			done = true;
			return database;
		}
		catch (SQLException ex) {
			throw Database.failure(ex);
		}
		catch (HikariPool.PoolInitializationException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new InvokeException(String.valueOf(cause.getMessage()), ex);
		}
		finally {
			if (!done) {
				if (pool != null) {
					pool.close();
				}
				close(administration);
			}
		}
	}

	private static void createFolder(@Nullable Path file) {
		Path folder = (file != null) ? file.getParent() : null;
		if (folder != null) {
			try {
				Files.createDirectories(folder);
			}
			catch (IOException ex) {
				throw new InvokeException(IoErrors.text(ex), ex);
			}
		}
	}

	/**
	 * Give pages a user of their own: that of H2's own choice may read and write files
	 * and define functions in Java.
	 */
	private static Connection administer(ConnectionUrl url) throws SQLException {
		Connection connection = new AdminDataSource(url.jdbcUrl()).getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute("CREATE USER IF NOT EXISTS " + url.user() + " PASSWORD ''");
			statement.execute("GRANT ALTER ANY SCHEMA TO " + url.user());
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	private HikariConfig config(ConnectionUrl url) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("tauri-sql-" + url.dialect());
		config.setConnectionTimeout(this.settings.connectionTimeout().toMillis());
		if (url.dialect().isServer()) {
			config.setDataSource(new ServerDataSource(url, this.settings.connectionTimeout()));
			config.setMaximumPoolSize(this.settings.poolSize());
			config.setMinimumIdle(1);
			return config;
		}
		config.setJdbcUrl(url.jdbcUrl());
		config.setDriverClassName(url.driver());
		config.setUsername(url.user());
		config.setPassword(url.password());
		url.properties().forEach(config::addDataSourceProperty);
		if (url.dialect().hasOneConnection()) {
			config.setMaximumPoolSize(1);
			// It may be in a transaction, or all there is of the database.
			config.setMaxLifetime(0);
			config.setIdleTimeout(0);
			config.addDataSourceProperty("foreign_keys", "true");
			config.addDataSourceProperty("busy_timeout", Long.toString(this.settings.busyTimeout().toMillis()));
			if (!this.settings.attach()) {
				config.addDataSourceProperty("limit_attached", "0");
			}
		}
		else {
			config.setMaximumPoolSize(this.settings.poolSize());
			config.setMinimumIdle(1);
		}
		return config;
	}

	private void migrate(String url, Supplier<DataSource> dataSource) {
		List<String> locations = new ArrayList<>();
		for (SqlMigrations migrations : this.settings.migrations()) {
			if (migrations.db().equals(url)) {
				locations.addAll(migrations.locations());
			}
		}
		if (!locations.isEmpty()) {
			Migrator.migrate(dataSource.get(), locations);
		}
	}

	/**
	 * Find a database that is open.
	 * @param url the connection string
	 * @return the database
	 * @throws InvokeException if it is not open
	 */
	public Database get(String url) {
		Assert.notNull(url, "'url' must not be null");
		Database database = this.open.get(url);
		if (database == null) {
			throw notLoaded(url);
		}
		return database;
	}

	private static InvokeException notLoaded(String url) {
		return new InvokeException("database " + ConnectionUrl.masked(url) + " not loaded");
	}

	/**
	 * Close a database. One of the application's own stays open for the application.
	 * @param url the connection string
	 * @throws InvokeException if it is not open
	 */
	public void close(String url) {
		Assert.notNull(url, "'url' must not be null");
		Database database = this.open.remove(url);
		if (database == null) {
			throw notLoaded(url);
		}
		close(database.closing());
	}

	/**
	 * Close all databases, those that are being opened too. They can be opened again.
	 */
	@Override
	public void close() {
		this.closings.incrementAndGet();
		for (String url : this.open.keySet()) {
			Database database = this.open.remove(url);
			if (database != null) {
				close(database.closing());
			}
		}
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			logger.warn("A database could not be closed", ex);
		}
	}

	private static void close(Connection connection) throws IOException {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * How databases are opened.
	 *
	 * @param directory where relative files are
	 * @param migrations what is applied to which
	 * @param connectionTimeout how long to wait for a connection
	 * @param busyTimeout how long SQLite waits for a lock
	 * @param poolSize how many connections there are at most, but one with SQLite
	 * @param attach whether statements may attach further files to an SQLite database
	 * @param maxOpen how many databases may be open at a time
	 */
	public record Settings(Supplier<Path> directory, List<SqlMigrations> migrations, Duration connectionTimeout,
			Duration busyTimeout, int poolSize, boolean attach, int maxOpen) {

		public Settings {
			Assert.notNull(directory, "'directory' must not be null");
			migrations = List.copyOf(migrations);
			Assert.notNull(connectionTimeout, "'connectionTimeout' must not be null");
			Assert.notNull(busyTimeout, "'busyTimeout' must not be null");
			Assert.isTrue(poolSize > 0, "'poolSize' must be above 0");
			Assert.isTrue(maxOpen > 0, "'maxOpen' must be above 0");
		}

	}

}
