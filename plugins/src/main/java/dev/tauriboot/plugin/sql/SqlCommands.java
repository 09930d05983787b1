package dev.tauriboot.plugin.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code sql}: section 3.13 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class SqlCommands {

	private final Databases databases;

	private final Set<String> allowed;

	/**
	 * Create the commands.
	 * @param databases has the databases
	 * @param allowed the connection strings that pages may open, empty for any
	 */
	public SqlCommands(Databases databases, Set<String> allowed) {
		Assert.notNull(databases, "'databases' must not be null");
		Assert.notNull(allowed, "'allowed' must not be null");
		this.databases = databases;
		this.allowed = Set.copyOf(allowed);
	}

	@TauriCommand("plugin:sql|load")
	String load(String db) {
		if (!this.allowed.isEmpty() && !this.allowed.contains(db)) {
			throw new InvokeException("connection url not allowed: " + ConnectionUrl.masked(db));
		}
		return this.databases.load(db).url();
	}

	@TauriCommand("plugin:sql|execute")
	List<@Nullable Long> execute(String db, String query, List<JsonNode> values, Page page) {
		Database.Executed executed = this.databases.get(db).execute(query, values(values), page);
		return Arrays.asList(executed.rowsAffected(), executed.lastInsertId());
	}

	@TauriCommand("plugin:sql|select")
	List<Map<String, @Nullable Object>> select(String db, String query, List<JsonNode> values) {
		return this.databases.get(db).select(query, values(values));
	}

	private static @Nullable Object[] values(List<JsonNode> values) {
		@Nullable Object[] plain = new @Nullable Object[values.size()];
		for (int i = 0; i < plain.length; i++) {
			plain[i] = value(values.get(i));
		}
		return plain;
	}

	private static @Nullable Object value(@Nullable JsonNode value) {
		if (value == null || value.isNull()) {
			return null;
		}
		if (value.isString()) {
			return value.stringValue();
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (value.isNumber()) {
			return (value.isIntegralNumber() && value.canConvertToLong()) ? (Object) value.longValue()
					: (Object) value.doubleValue();
		}
		return value.toString();
	}

	@TauriCommand("plugin:sql|close")
	boolean close(@Nullable String db) {
		if (db != null) {
			this.databases.close(db);
		}
		else {
			this.databases.close();
		}
		return true;
	}

}
