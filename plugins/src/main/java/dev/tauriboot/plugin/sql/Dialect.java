package dev.tauriboot.plugin.sql;

import java.util.Locale;

/**
 * Which SQL a database speaks, as far as placeholders and types go.
 */
enum Dialect {

	/** SQLite. */
	SQLITE,

	/** MySQL and MariaDB. */
	MYSQL,

	/** PostgreSQL. */
	POSTGRES,

	/** H2. */
	H2,

	/** Whatever else the application has. */
	OTHER;

	/**
	 * The dialect of a database.
	 * @param product what its driver calls it
	 */
	static Dialect ofProduct(String product) {
		return switch (product.toLowerCase(Locale.ROOT)) {
			case "sqlite" -> SQLITE;
			case "mysql", "mariadb" -> MYSQL;
			case "postgresql" -> POSTGRES;
			case "h2" -> H2;
			default -> OTHER;
		};
	}

	/**
	 * Whether the driver knows how many placeholders a statement has, and numbers them.
	 */
	boolean numbersPlaceholders() {
		return this == SQLITE || this == H2;
	}

	/**
	 * Whether block comments nest.
	 */
	boolean nestsComments() {
		return this == POSTGRES || this == H2;
	}

	/**
	 * Whether all calls run on one connection, so that a transaction may span several.
	 */
	boolean hasOneConnection() {
		return this == SQLITE;
	}

	/**
	 * Whether the database is reached over the network.
	 */
	boolean isServer() {
		return this == MYSQL || this == POSTGRES;
	}

}
