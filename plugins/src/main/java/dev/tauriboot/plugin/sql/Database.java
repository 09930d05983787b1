package dev.tauriboot.plugin.sql;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A database that is open. Placeholders are {@code $1}, {@code $2} and so on, with MySQL
 * {@code ?}. Safe for any thread.
 *
 * @since 0.1.0
 * @see Databases
 */
public final class Database {

	private final String url;

	private final Dialect dialect;

	private final DataSource dataSource;

	private final ColumnReader reader;

	private final boolean oneConnection;

	private final Closeable closing;

	private volatile @Nullable Owner owner;

	Database(String url, Dialect dialect, DataSource dataSource, boolean oneConnection, ColumnReader reader,
			Closeable closing) {
		this.url = url;
		this.dialect = dialect;
		this.dataSource = dataSource;
		this.oneConnection = oneConnection;
		this.reader = reader;
		this.closing = closing;
	}

	/**
	 * The connection string, by which pages know the database.
	 * @return the connection string
	 */
	public String url() {
		return this.url;
	}

	/**
	 * The connections.
	 * @return a pool, of one connection with SQLite
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Run a statement that changes something.
	 * @param query the statement; with SQLite and PostgreSQL several if there are no
	 * values
	 * @param values its values: {@code null}, texts, numbers, booleans, {@code byte[]}
	 * @return what came of it
	 * @throws InvokeException if it fails, with the driver's text
	 */
	public Executed execute(String query, @Nullable Object... values) {
		return execute(query, values, null);
	}

	Executed execute(String query, @Nullable Object[] values, @Nullable Page page) {
		SqlText text = check(query, values);
		try (Connection connection = this.dataSource.getConnection()) {
			boolean done = false;
			try {
				Executed executed = execute(connection, text, values);
				if (!connection.getAutoCommit()) {
					// One of the application's own may be made so.
					connection.commit();
				}
				done = true;
				return executed;
			}
			finally {
				if (text.isTransaction()) {
					settle(connection, page, !done && text.isSeveral());
				}
			}
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private SqlText check(String query, @Nullable Object[] values) {
		Assert.notNull(query, "'query' must not be null");
		SqlText text = SqlText.of(query, this.dialect);
		if (text.isSeveral() && (values.length > 0 || text.hasPlaceholders())) {
			throw new InvokeException("only one statement can be run with values");
		}
		if (text.isTransaction() && !this.oneConnection) {
			throw new InvokeException("a transaction cannot span calls, as each has a connection of its own");
		}
		return text;
	}

	private Executed execute(Connection connection, SqlText text, @Nullable Object[] values) throws SQLException {
		if (this.dialect == Dialect.SQLITE && !text.hasPlaceholders() && values.length == 0) {
			try (Statement statement = connection.createStatement()) {
				// The only method of this driver that runs more than the first statement.
				int count = statement.executeUpdate(text.sql());
				return new Executed(count, lastRow(connection));
			}
		}
		boolean keys = this.dialect == Dialect.MYSQL || this.dialect == Dialect.H2;
		try (PreparedStatement statement = connection.prepareStatement(text.sql(),
				keys ? Statement.RETURN_GENERATED_KEYS : Statement.NO_GENERATED_KEYS)) {
			bind(statement, text, values);
			int count = statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
			return new Executed(count,
					(this.dialect == Dialect.SQLITE) ? lastRow(connection) : keys ? key(statement) : null);
		}
	}

	private void bind(PreparedStatement statement, SqlText text, @Nullable Object[] values) throws SQLException {
		int needed = this.dialect.numbersPlaceholders() ? statement.getParameterMetaData().getParameterCount()
				: text.values();
		if (needed != values.length) {
			throw new InvokeException(
					"the statement has " + needed + " placeholders, but there are " + values.length + " values");
		}
		if (this.dialect.numbersPlaceholders()) {
			for (int i = 0; i < needed; i++) {
				bind(statement, i + 1, values[i]);
			}
			return;
		}
		List<Integer> order = text.order();
		for (int i = 0; i < order.size(); i++) {
			bind(statement, i + 1, values[order.get(i) - 1]);
		}
	}

	private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, Types.NULL);
		}
		else if (value instanceof Boolean flag && this.dialect == Dialect.SQLITE) {
			statement.setInt(index, flag ? 1 : 0);
		}
		else if (value instanceof String && this.dialect == Dialect.POSTGRES) {
			// so that a text passes for a date or a UUID, which pages have no type for
			statement.setObject(index, value, Types.OTHER);
		}
		else {
			statement.setObject(index, value);
		}
	}

	private static @Nullable Long lastRow(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
			return row.next() ? row.getLong(1) : null;
		}
	}

	private @Nullable Long key(PreparedStatement statement) throws SQLException {
		Long none = (this.dialect == Dialect.MYSQL) ? 0L : null;
		try (ResultSet keys = statement.getGeneratedKeys()) {
			if (!keys.next()) {
				return none;
			}
			return (keys.getObject(1) instanceof Number number) ? Long.valueOf(number.longValue()) : none;
		}
	}

	/**
	 * See whether a transaction is open now, and remember whose it is.
	 */
	private void settle(Connection connection, @Nullable Page page, boolean rollBack) throws SQLException {
		if (rollBack) {
			rollBack(connection);
		}
		Owner before = this.owner;
		if (before != null) {
			before.page().removeOnClose(before.ending());
		}
		this.owner = null;
		if (page != null && isInTransaction(connection)) {
			Owner now = new Owner(page, () -> abandoned(page));
			this.owner = now;
			page.onClose(now.ending());
		}
	}

	private static boolean isInTransaction(Connection connection) {
		try (Statement statement = connection.createStatement()) {
			// begins nothing where something has begun
			statement.executeUpdate("BEGIN");
			statement.executeUpdate("ROLLBACK");
			return false;
		}
		catch (SQLException ex) {
			return true;
		}
	}

	private static void rollBack(Connection connection) {
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("ROLLBACK");
		}
		catch (SQLException ex) {
			// Then there is nothing to roll back.
		}
	}

	/**
	 * The page is gone, and nobody will end its transaction.
	 */
	private void abandoned(Page page) {
		if (isOwner(page)) {
			Thread thread = new Thread(() -> rollBack(page), "tauri-sql-rollback");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private boolean isOwner(Page page) {
		Owner owner = this.owner;
		return owner != null && owner.page() == page;
	}

	private void rollBack(Page page) {
		try (Connection connection = this.dataSource.getConnection()) {
			if (isOwner(page)) {
				this.owner = null;
				rollBack(connection);
			}
		}
		catch (SQLException ex) {
			// It is closed, and its transaction with it.
		}
	}

	/**
	 * Run a statement that returns rows.
	 * @param query the statement
	 * @param values its values: {@code null}, texts, numbers, booleans, {@code byte[]}
	 * @return the rows by the names of their columns; bytes are {@code int[]}
	 * @throws InvokeException if it fails, with the driver's text, or returns no rows
	 */
	public List<Map<String, @Nullable Object>> select(String query, @Nullable Object... values) {
		SqlText text = check(query, values);
		if (text.isSeveral()) {
			throw new InvokeException("only one statement can return rows");
		}
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(text.sql())) {
			bind(statement, text, values);
			// before it runs: who may only select must not change anything
			if (!hasColumns(statement)) {
				throw new InvokeException("the statement returns no rows");
			}
			try (ResultSet results = statement.executeQuery()) {
				return this.reader.rows(results);
			}
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private boolean hasColumns(PreparedStatement statement) throws SQLException {
		if (this.dialect == Dialect.MYSQL) {
			// Its driver would run the statement to see, but refuses such ones by itself.
			return true;
		}
		ResultSetMetaData columns = statement.getMetaData();
		try {
			return columns != null && columns.getColumnCount() > 0;
		}
		catch (SQLException ex) {
			if (this.dialect == Dialect.SQLITE) {
				// its way of saying none
				return false;
			}
			throw ex;
		}
	}

	static InvokeException failure(SQLException ex) {
		// A pool that waited in vain has kept the driver's reason.
		Throwable told = (ex instanceof SQLTransientConnectionException && ex.getCause() != null) ? ex.getCause() : ex;
		return new InvokeException(String.valueOf(told.getMessage()), ex);
	}

	Closeable closing() {
		return this.closing;
	}

	/**
	 * What came of a statement.
	 *
	 * @param rowsAffected how many rows it has changed
	 * @param lastInsertId the key of the last row that was inserted, {@code null} if the
	 * database does not tell
	 */
	public record Executed(long rowsAffected, @Nullable Long lastInsertId) {
	}

	/**
	 * The page that has begun a transaction which later calls are part of.
	 *
	 * @param page the page
	 * @param ending what is done when the page ends
	 */
	private record Owner(Page page, Runnable ending) {
	}

}
