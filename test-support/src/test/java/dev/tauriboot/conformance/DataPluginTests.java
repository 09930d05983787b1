package dev.tauriboot.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.sql.SqlMigrations;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Base of the tests of the plugins that keep something: one application, whose folders
 * are temporary.
 */
@TestPropertySource(properties = { "tauri.plugins.sql.preload=h2:preloaded", "tauri.plugins.log.webview.enabled=true" })
@Import(DataPluginTests.Folders.class)
abstract class DataPluginTests extends PageTests {

	static final Path FOLDER = folder();

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("tauri-data").toRealPath();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			// The application ends at the same time, and may be writing still.
		}
	}

	static Path data(String name) {
		return FOLDER.resolve("appdata").resolve(name);
	}

	static Path config(String name) {
		return FOLDER.resolve("appconfig").resolve(name);
	}

	/**
	 * Where the application keeps its files, and what its pages may do.
	 */
	@TestConfiguration
	static class Folders {

		@Bean
		BaseDirectories folders() {
			return (directory) -> FOLDER.resolve(directory.name().toLowerCase(Locale.ROOT));
		}

		@Bean
		Capability data() {
			return Capability.withId("data")
				.windows("*")
				.permissions("core:default", "core:resources:allow-close", "store:default", "sql:default",
						"log:default", "window-state:default", "positioner:default")
				.build();
		}

		@Bean
		Capability writing() {
			return Capability.withId("writing").windows("main", "other").permissions("sql:allow-execute").build();
		}

		@Bean
		SqlMigrations migrations() {
			return new SqlMigrations("sqlite:migrated.db", List.of("classpath:conformance/migrations"));
		}

	}

}
