package dev.tauriboot.plugin.sql;

import java.util.List;

import javax.sql.DataSource;

import dev.tauriboot.ipc.InvokeException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Applies migrations. Apart, as Flyway need not be there.
 */
final class Migrator {

	private Migrator() {
	}

	static void migrate(DataSource dataSource, List<String> locations) {
		try {
			Flyway.configure()
				.dataSource(dataSource)
				.locations(locations.toArray(String[]::new))
				.failOnMissingLocations(true)
				.baselineOnMigrate(false)
				.load()
				.migrate();
		}
		catch (FlywayException ex) {
			throw new InvokeException("error while running migrations: " + ex.getMessage(), ex);
		}
	}

}
