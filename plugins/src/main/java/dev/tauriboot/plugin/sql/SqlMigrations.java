package dev.tauriboot.plugin.sql;

import java.util.List;

import org.springframework.util.Assert;

/**
 * Migrations that Flyway applies when a database is opened, once each and upwards. A
 * bean.
 *
 * @param db the connection string
 * @param locations where Flyway finds them, such as {@code classpath:db/notes}
 * @since 0.1.0
 */
public record SqlMigrations(String db, List<String> locations) {

	public SqlMigrations {
		Assert.hasText(db, "'db' must not be empty");
		Assert.notEmpty(locations, "'locations' must not be empty");
		locations = List.copyOf(locations);
	}

}
