package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.sql.Databases;
import dev.tauriboot.plugin.sql.SqlCommands;
import dev.tauriboot.plugin.sql.SqlMigrations;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code sql}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriCorePluginsAutoConfiguration.class)
@ConditionalOnClass({ Databases.class, HikariDataSource.class, AbstractDataSource.class })
@ConditionalOnTauriPlugin("sql")
@EnableConfigurationProperties(TauriSqlProperties.class)
public final class TauriSqlAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Databases tauriDatabases(TauriSqlProperties properties, BaseDirectories directories, BeanFactory beans,
			ObjectProvider<SqlMigrations> migrations, JsonMapper mapper) {
		List<SqlMigrations> all = new ArrayList<>(migrations.orderedStream().toList());
		properties.migrations().forEach((db, locations) -> all.add(new SqlMigrations(db, locations)));
		Assert.state(all.isEmpty() || ClassUtils.isPresent("org.flywaydb.core.Flyway", null),
				"Migrations of the plugin sql need Flyway: add org.flywaydb:flyway-core");
		Map<String, DataSource> named = new LinkedHashMap<>();
		properties.dataSources().forEach((name) -> named.put(name, beans.getBean(name, DataSource.class)));
		Databases databases = new Databases(new Databases.Settings(() -> config(directories), all,
				properties.connectionTimeout(), properties.busyTimeout(), properties.poolSize(),
				properties.allowed().isEmpty(), properties.maxOpen()), named, mapper);
		properties.preload().forEach(databases::load);
		return databases;
	}

	private static Path config(BaseDirectories directories) {
		Path directory = directories.resolve(BaseDirectory.APPCONFIG);
		if (directory == null) {
			throw new InvokeException("unknown path");
		}
		return directory;
	}

	@Bean
	@ConditionalOnMissingBean
	SqlCommands tauriSqlCommands(Databases databases, TauriSqlProperties properties) {
		return new SqlCommands(databases, properties.allowed());
	}

}
