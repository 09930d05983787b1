package dev.tauriboot.boot.autoconfigure.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code sql}.
 *
 * @param enabled whether the plugin is there
 * @param preload connection strings of databases that are opened with the application
 * @param migrations where Flyway finds the migrations of a database, by its connection
 * string
 * @param allowed connection strings that pages may open; any if there are none
 * @param dataSources names of the DataSource beans that pages may open as
 * {@code datasource:} and the name
 * @param connectionTimeout how long to wait for a connection
 * @param busyTimeout how long SQLite waits for a lock that another program has
 * @param poolSize how many connections a database has at most; SQLite has one
 * @param maxOpen how many databases may be open at a time
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.sql")
public record TauriSqlProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<String> preload,
		@DefaultValue Map<String, List<String>> migrations, @DefaultValue Set<String> allowed,
		@DefaultValue List<String> dataSources, @DefaultValue("10s") Duration connectionTimeout,
		@DefaultValue("5s") Duration busyTimeout, @DefaultValue("4") int poolSize, @DefaultValue("64") int maxOpen) {

}
