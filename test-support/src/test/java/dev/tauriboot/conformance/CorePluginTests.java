package dev.tauriboot.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.resource.ResourceTable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Base of the tests of the core plugins. They call every export of a module of the
 * client, and fail if it has one that they do not know.
 */
@TestPropertySource(
		properties = { "tauri.product-name=Notes", "tauri.version=1.2.3", "tauri.identifier=com.example.notes" })
@Import(CorePluginTests.Exits.class)
abstract class CorePluginTests extends PageTests {

	/** A PNG file of one pixel of the colour 10, 20, 30 and the alpha 40. */
	static final byte[] PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPgEpHTAAAAzQBlapmEQgAAAABJRU5ErkJggg==");

	private static final Path ICON = icon();

	@Autowired
	ResourceTable resources;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("tauri.bundle.icon", () -> ICON.toUri().toString());
	}

	private static Path icon() {
		try {
			Path file = Files.createTempFile("tauri-icon", ".png");
			file.toFile().deleteOnExit();
			return Files.write(file, PIXEL);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path iconFile() {
		return ICON;
	}

	/**
	 * Where the client's modules come from: today's package by its name, and the first.
	 */
	static List<String> clients() {
		return List.of("@tauri-apps/api/", "/META-INF/tauri/guest-js-legacy/2.0.3/");
	}

	static String module(String client, String name) {
		return client.startsWith("/") ? client + name + ".js" : client + name;
	}

	/**
	 * Opens what is closed by default, and remembers exit codes instead of leaving.
	 */
	@TestConfiguration
	static class Exits {

		final List<Integer> codes = new CopyOnWriteArrayList<>();

		@Bean
		Capability app() {
			return Capability.withId("app")
				.windows("*")
				.permissions("core:app:allow-app-show", "core:app:allow-app-hide", "core:app:allow-default-window-icon",
						"core:app:allow-set-app-theme", "core:app:allow-set-dock-visibility",
						"core:app:allow-fetch-data-store-identifiers", "core:app:allow-remove-data-store",
						"core:app:allow-exit")
				.build();
		}

		@Bean
		@Primary
		ExitHandler exitRecorder() {
			return this.codes::add;
		}

	}

}
