package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.sql.Databases;
import dev.tauriboot.plugin.sql.SqlCommands;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriSqlAutoConfiguration}.
 */
class TauriSqlAutoConfigurationTests {

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriSqlAutoConfiguration.class))
		.withBean("directories", BaseDirectories.class,
				() -> (directory) -> this.folder.resolve(directory.name().toLowerCase(Locale.ROOT)))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@Test
	void pluginIsThere() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Databases.class).hasSingleBean(SqlCommands.class);
			assertThat(context.getBean(CommandRegistry.class).find("plugin:sql|select")).isNotNull();
		});
	}

	@Test
	void pluginIsOffByProperty() {
		this.runner.withPropertyValues("tauri.plugins.sql.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Databases.class)
				.doesNotHaveBean(SqlCommands.class));
	}

	@Test
	void withoutThePoolThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader(HikariDataSource.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("tauriDatabases")
				.doesNotHaveBean(SqlCommands.class));
	}

	@Test
	void propertiesAreBound() {
		DataSource notes = mock(DataSource.class);
		migrations("classpath:db/a,classpath:db/b").withBean("notes", DataSource.class, () -> notes)
			.withPropertyValues("tauri.plugins.sql.allowed=sqlite:a.db,h2:b", "tauri.plugins.sql.data-sources=notes",
					"tauri.plugins.sql.connection-timeout=2s", "tauri.plugins.sql.busy-timeout=1s",
					"tauri.plugins.sql.pool-size=2", "tauri.plugins.sql.max-open=3")
			.run((context) -> {
				TauriSqlProperties properties = context.getBean(TauriSqlProperties.class);
				assertThat(properties.enabled()).isTrue();
				assertThat(properties.allowed()).containsExactlyInAnyOrder("sqlite:a.db", "h2:b");
				assertThat(properties.migrations().get("sqlite:a.db")).containsExactly("classpath:db/a",
						"classpath:db/b");
				assertThat(properties.dataSources()).containsExactly("notes");
				assertThat(properties.connectionTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(properties.busyTimeout()).isEqualTo(Duration.ofSeconds(1));
				assertThat(properties.poolSize()).isEqualTo(2);
				assertThat(context.getBean(Databases.class)).extracting("settings.maxOpen").isEqualTo(3);
			});
	}

	@Test
	void migrationsNeedFlyway() {
		this.runner.withClassLoader(new FilteredClassLoader(Flyway.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Databases.class));
		migrations("classpath:db/a").withClassLoader(new FilteredClassLoader(Flyway.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("add org.flywaydb:flyway-core"));
	}

	// Not by property values, which end a name at its first colon.
	private ApplicationContextRunner migrations(String locations) {
		return this.runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("migrations",
					Map.of("tauri.plugins.sql.migrations[sqlite:a.db]", locations))));
	}

	@ParameterizedTest
	@ValueSource(classes = { Databases.class, SqlCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
