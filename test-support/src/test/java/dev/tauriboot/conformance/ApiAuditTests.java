package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.conformance.ApiDeclarations.Export;
import dev.tauriboot.conformance.ApiDeclarations.Kind;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.PlatformDirectories;
import dev.tauriboot.path.PlatformDirectories.Environment;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 10, clause 116: calls every export that the type declarations of the client
 * name, and holds the table of the guide against what it finds. With the system property
 * {@value #WRITE} it writes the table instead.
 */
@TestPropertySource(properties = "tauri.app.mocks=true")
@Import({ ApiAuditTests.Grants.class, LauncherDesktop.class, TrayPluginTests.Hosts.class })
class ApiAuditTests extends CorePluginTests {

	private static final String WRITE = "tauri.api-table.write";

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private Menus menus;

	@AfterEach
	void noWindows() {
		for (Window window : this.runtime.windows()) {
			if (!window.label().value().equals("main")) {
				window.destroy();
				Awaitility.await().until(() -> this.runtime.find(window.label()) == null);
			}
		}
	}

	@AfterEach
	void noMenus() {
		this.menus.setAppMenu(null);
		this.runtime.windows().forEach((window) -> this.menus.setWindowMenu(window, null));
	}

	@ParameterizedTest
	@EnumSource
	void declarationsTellAllThatIsThere(Client client) throws Exception {
		load(client);
		for (Map.Entry<String, List<Export>> module : client.declarations().entrySet()) {
			Set<String> declared = new TreeSet<>();
			Set<String> elsewhere = new TreeSet<>();
			for (Export export : module.getValue()) {
				declared.add(export.name());
				declared.add(type(export.name()));
				if (export.kind() == Kind.ALIAS) {
					elsewhere.add(export.name());
				}
			}
			Set<String> found = new TreeSet<>();
			js("return window.audit.found('%s');".formatted(module.getKey()))
				.forEach((name) -> found.add(name.asString()));
			found.removeIf((name) -> !declared.contains(name) && elsewhere.contains(type(name)));
			assertThat(declared).as(module.getKey()).containsAll(found);
			declared.removeAll(found);
			assertThat(declared).as("%s without what only its declarations have", module.getKey())
				.allMatch((name) -> module.getValue()
					.stream()
					.anyMatch((export) -> export.name().equals(name) && export.kind() == Kind.HIDDEN));
		}
	}

	private static String type(String name) {
		return name.replaceAll("[.#].*", "");
	}

	@Test
	void everyCallIsOfAnExport() throws Exception {
		load(Client.CURRENT);
		Set<String> declared = new TreeSet<>();
		Client.CURRENT.declarations()
			.forEach((module, exports) -> exports.forEach((export) -> declared.add(module + "." + export.name())));
		Set<String> called = new TreeSet<>();
		js("return window.audit.names();").forEach((name) -> called.add(name.asString()));
		assertThat(declared).containsAll(called);
	}

	// row 116
	@Test
	void tableTellsWhatEveryExportDoes() throws Exception {
		Map<String, Map<String, String>> current = outcomes(Client.CURRENT);
		Map<String, Map<String, String>> first = outcomes(Client.FIRST);
		ApiTable table = new ApiTable(current, first);
		if (Boolean.getBoolean(WRITE)) {
			table.write();
		}
		assertThat(table.committed()).isEqualTo(table.text());
	}

	private Map<String, Map<String, String>> outcomes(Client client) throws Exception {
		Map<String, Map<String, String>> modules = new LinkedHashMap<>();
		List<String> failed = new ArrayList<>();
		for (Map.Entry<String, List<Export>> module : client.declarations().entrySet()) {
			noWindows();
			freshDocument();
			load(client);
			Map<String, String> outcomes = new LinkedHashMap<>();
			for (Export export : module.getValue()) {
				if (export.kind() == Kind.HIDDEN) {
					continue;
				}
				JsonNode outcome = js("return window.audit.run('%s', %s);".formatted(module.getKey(),
						JSON.writeValueAsString(export)));
				if (outcome.has("failed")) {
					failed.add(module.getKey() + "." + export.name() + ": " + outcome.get("failed").asString());
				}
				outcomes.put(ApiTable.call(export),
						outcome.has("rejected") ? outcome.get("rejected").asString() : ApiTable.WORKS);
			}
			modules.put(module.getKey(), outcomes);
		}
		assertThat(failed).as("exports of " + client).isEmpty();
		return modules;
	}

	private void load(Client client) throws Exception {
		js("window.auditedIcon = %s; window.audit = await (await import('/audit/calls.js')).default('%s');"
			.formatted(JSON.writeValueAsString(iconFile().toString()), client.base));
	}

	/**
	 * A client as installed from npm, and where pages import it from.
	 */
	enum Client {

		CURRENT("@tauri-apps/api", "@tauri-apps/api/"),

		FIRST("tauri-api-2-0", "/META-INF/tauri/guest-js-legacy/2.0.3/");

		private final String installed;

		private final String base;

		Client(String installed, String base) {
			this.installed = installed;
			this.base = base;
		}

		Map<String, List<Export>> declarations() throws IOException {
			return ApiDeclarations.read(ApiTable.root().resolve("guest-js/node_modules").resolve(this.installed));
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Grants {

		@Bean
		Capability everyCoreCommand() {
			List<String> permissions = new ArrayList<>(List.of("audited:all"));
			for (Manifest manifest : new ManifestReader(new PathMatchingResourcePatternResolver()).readPlugins()) {
				if (manifest.key().startsWith("core:")) {
					manifest.commands()
						.forEach((command) -> permissions.add(manifest.key() + ":allow-" + command.replace('_', '-')));
				}
			}
			return Capability.withId("every-core-command")
				.windows("*")
				.permissions(permissions.toArray(String[]::new))
				.build();
		}

		/** User folders are a matter of the machine: here all are known. */
		@Bean
		BaseDirectories everyDirectory() {
			BaseDirectories known = new PlatformDirectories("com.example.notes", Environment.ofSystem(ApiTable.root()));
			return (directory) -> {
				Path path = known.resolve(directory);
				return (path != null) ? path : Path.of(System.getProperty("java.io.tmpdir"), directory.name());
			};
		}

		@Bean
		Manifest audited() {
			return new Manifest("audited", List.of(), null,
					Map.of("all", new Permission("all", null, new dev.tauriboot.acl.Commands(
							List.of("check_permissions", "request_permissions"), List.of()), Scope.EMPTY, null)),
					Map.of());
		}

		@Bean
		Audited auditedCommands() {
			return new Audited();
		}

	}

	static class Audited {

		@TauriCommand("plugin:audited|check_permissions")
		Map<String, String> checkPermissions() {
			return Map.of("state", "granted");
		}

		@TauriCommand("plugin:audited|request_permissions")
		Map<String, String> requestPermissions() {
			return Map.of("state", "granted");
		}

	}

}
