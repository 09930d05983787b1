package dev.tauriboot.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/**
 * Base of the tests of the plugin {@code fs}, with the unmodified client. The window
 * {@code main} may do everything below the folder for temporary files, but for what is
 * denied there; others may do less.
 */
@Import(FsPluginTests.Folders.class)
abstract class FsPluginTests extends PageTests {

	static final Path ROOT = root();

	/** Where the tests work: empty before each. */
	static final Path WORK = ROOT.resolve("temp/work");

	@Autowired
	ResourceTable resources;

	private static Path root() {
		try {
			Path root = Files.createTempDirectory("tauri-fs").toRealPath();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
			return root;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void emptyFolder() throws IOException {
		FileSystemUtils.deleteRecursively(WORK);
		Files.createDirectories(WORK);
	}

	JsonNode fs(String body) throws Exception {
		return fsIn("main", body);
	}

	/**
	 * Run a script that has the client in {@code fs} and the folder in {@code work}.
	 */
	JsonNode fsIn(String label, String body) throws Exception {
		return jsIn(label, """
				const fs = await import('@tauri-apps/plugin-fs');
				const work = '%s';
				const { SeekMode, BaseDirectory } = fs;
				const text = (bytes) => new TextDecoder().decode(bytes);
				const readAll = async (file) => {
				  const buffer = new Uint8Array(100);
				  const count = await file.read(buffer);
				  return count === null ? null : text(buffer.slice(0, count));
				};
				%s
				""".formatted(WORK, body));
	}

	static Path file(String name, String content) throws IOException {
		return Files.writeString(WORK.resolve(name), content);
	}

	Page page(String label) {
		return awaitPage(webview(label), null);
	}

	static String error(String what, String name, String error) {
		return "failed to " + what + " path: " + WORK + "/" + name + " with error: " + error;
	}

	/**
	 * Folders of the user, and who may reach them.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Folders {

		@Bean
		BaseDirectories folders() {
			return (directory) -> switch (directory) {
				case TEMPLATE, RUNTIME -> null;
				case DESKTOP -> ROOT.resolve("home/Desktop");
				default -> ROOT.resolve(directory.name().toLowerCase(Locale.ROOT));
			};
		}

		@Bean
		Capability files() {
			Scope scope = new Scope(List.of("$TEMP", "$TEMP/**", "$HOME/**"),
					List.of(Map.of("path", "$TEMP/work/denied/**")));
			return capability("files", "main", scope, "fs:read-all", "fs:write-all", "fs:allow-watch", "fs:allow-size",
					"fs:allow-unwatch", "fs:allow-start-accessing-security-scoped-resource",
					"fs:allow-stop-accessing-security-scoped-resource");
		}

		@Bean
		Capability second() {
			return capability("second", "second", allow("$TEMP/**"), "fs:read-all");
		}

		@Bean
		Capability level() {
			return capability("level", "scoped", allow("$APPDATA/*"), "fs:allow-read-file");
		}

		@Bean
		Capability below() {
			return capability("below", "scoped", allow("$APPDATA/**"), "fs:allow-read-text-file", "fs:allow-read-dir");
		}

		@Bean
		Capability existing() {
			return capability("existing", "scoped", allow("$HOME/**"), "fs:allow-exists");
		}

		@Bean
		Capability standard() {
			return Capability.withId("standard").windows("standard").permissions("fs:default").build();
		}

		private static Scope allow(String... globs) {
			return new Scope(Arrays.asList((Object[]) globs), List.of());
		}

		private static Capability capability(String id, String window, Scope scope, String... permissions) {
			Capability.Builder builder = Capability.withId(id).windows(window);
			for (String permission : permissions) {
				builder.permission(new PermissionEntry(permission, scope));
			}
			return builder.build();
		}

	}

}
