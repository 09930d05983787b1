package dev.tauriboot.plugin.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tauriboot.ipc.ByteNumbers;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads rows as pages get them: section 3.13 of the plugins' contract.
 */
final class ColumnReader {

	private final Dialect dialect;

	private final JsonMapper mapper;

	ColumnReader(Dialect dialect, JsonMapper mapper) {
		this.dialect = dialect;
		this.mapper = mapper;
	}

	List<Map<String, @Nullable Object>> rows(ResultSet results) throws SQLException {
		ResultSetMetaData columns = results.getMetaData();
		int count = columns.getColumnCount();
		String[] names = new String[count];
		Reading[] readings = new Reading[count];
		for (int i = 0; i < count; i++) {
			names[i] = columns.getColumnLabel(i + 1);
			readings[i] = reading(columns, i + 1);
		}
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		while (results.next()) {
			Map<String, @Nullable Object> row = new LinkedHashMap<>();
			for (int i = 0; i < count; i++) {
				row.put(names[i], read(results, i + 1, readings[i]));
			}
			rows.add(row);
		}
		return rows;
	}

	private Reading reading(ResultSetMetaData columns, int column) throws SQLException {
		return switch (this.dialect) {
			case SQLITE -> Reading.STORED;
			case POSTGRES -> ofPostgres(columns.getColumnTypeName(column));
			default -> ofType(columns.getColumnType(column), columns.getColumnTypeName(column));
		};
	}

	private static Reading ofPostgres(String type) {
		return switch (type.toLowerCase(Locale.ROOT)) {
			case "bpchar", "char", "varchar", "text", "name", "uuid", "unknown", "date", "time", "timestamp",
					"timestamptz" ->
				Reading.TEXT;
			case "float4", "float8", "int2", "int4", "int8", "smallserial", "serial", "bigserial", "bool" ->
				Reading.STORED;
			case "json", "jsonb" -> Reading.JSON;
			case "bytea" -> Reading.BYTES;
			case "void" -> Reading.NOTHING;
			default -> throw new InvokeException("unsupported datatype: " + type.toUpperCase(Locale.ROOT));
		};
	}

	private static Reading ofType(int type, String name) {
		if (name.toUpperCase(Locale.ROOT).startsWith("JSON")) {
			return Reading.JSON;
		}
		if (name.equalsIgnoreCase("YEAR")) {
			// MySQL's, which its driver takes for a date
			return Reading.INTEGER;
		}
		return switch (type) {
			case Types.BIT, Types.BOOLEAN, Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL,
					Types.FLOAT, Types.DOUBLE ->
				Reading.STORED;
			case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Reading.BYTES;
			case Types.NULL -> Reading.NOTHING;
			case Types.ARRAY, Types.STRUCT, Types.REF, Types.JAVA_OBJECT ->
				throw new InvokeException("unsupported datatype: " + name.toUpperCase(Locale.ROOT));
			default -> Reading.TEXT;
		};
	}

	private @Nullable Object read(ResultSet results, int column, Reading reading) throws SQLException {
		return switch (reading) {
			case STORED -> stored(results.getObject(column));
			case TEXT -> results.getString(column);
			case INTEGER -> {
				int number = results.getInt(column);
				yield results.wasNull() ? null : number;
			}
			case BYTES -> stored(results.getBytes(column));
			case JSON -> {
				String json = results.getString(column);
				yield (json != null) ? this.mapper.readTree(json) : null;
			}
			case NOTHING -> null;
		};
	}

	private static @Nullable Object stored(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return ByteNumbers.of(bytes);
		}
		if (value instanceof Double || value instanceof Float) {
			double number = ((Number) value).doubleValue();
			// JSON has no other word for it
			return Double.isFinite(number) ? value : null;
		}
		boolean known = value == null || value instanceof Integer || value instanceof Long || value instanceof String
				|| value instanceof Boolean || value instanceof Short || value instanceof Byte
				|| value instanceof BigInteger || value instanceof BigDecimal;
		return known ? value : String.valueOf(value);
	}

	/**
	 * How a column is read.
	 */
	private enum Reading {

		STORED, TEXT, INTEGER, BYTES, JSON, NOTHING

	}

}
