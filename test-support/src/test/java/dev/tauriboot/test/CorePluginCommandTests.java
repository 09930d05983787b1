package dev.tauriboot.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 116 and 117: commands of the core plugins without an engine.
 */
@TauriTest
@Import(CorePluginCommandTests.Grants.class)
class CorePluginCommandTests {

	@Autowired
	private IpcTester tester;

	@Autowired
	private ResourceTable resources;

	// row 116
	@ParameterizedTest
	@ValueSource(strings = { "app|version", "app|name", "app|tauri_version", "app|identifier", "app|app_show",
			"app|app_hide", "app|fetch_data_store_identifiers", "app|default_window_icon", "app|set_app_theme",
			"app|bundle_type", "app|supports_multiple_windows" })
	void commandsWithoutArgumentsSucceed(String command) {
		assertThat(this.tester.invoke("plugin:" + command)).isOk();
	}

	// row 116
	@ParameterizedTest
	@ValueSource(strings = { "app|remove_data_store", "app|set_dock_visibility", "app|register_listener",
			"app|registerListener", "app|remove_listener", "image|new", "image|from_bytes", "image|from_path",
			"image|rgba", "image|size", "path|resolve_directory", "path|resolve", "path|normalize", "path|join",
			"path|dirname", "path|extname", "path|basename", "path|is_absolute", "path|isAbsolute", "resources|close" })
	void commandsWithArgumentsAskForThem(String command) {
		InvokeResult result = this.tester.invoke("plugin:" + command).execute();
		assertThat(result).isRejected();
		assertThat(result.json().asString()).startsWith("invalid args `").contains("missing required key");
	}

	// row 117
	@Test
	void resourcesEndWithAReload() {
		TestPage page = this.tester.page("main");
		AtomicInteger closed = new AtomicInteger();
		AutoCloseable resource = closed::incrementAndGet;
		Page before = page.page();
		for (int i = 0; i < 100; i++) {
			this.resources.add(before, resource);
		}
		Long rid = page.invoke("plugin:image|new")
			.args(Map.of("rgba", List.of(1, 2, 3, 4), "width", 1, "height", 1))
			.get(Long.class);
		assertThat(rid).isBetween(1L, (1L << 32) - 1);
		assertThat(page.invoke("plugin:image|rgba").arg("rid", rid).getRaw()).containsExactly(1, 2, 3, 4);
		assertThat(this.resources.count(before)).isEqualTo(101);
		page.reload();
		assertThat(closed).hasValue(100);
		assertThat(this.resources.count(before)).isZero();
		page.invoke("plugin:image|size")
			.arg("rid", rid)
			.expectRejection()
			.isRejectedWith("The resource id " + rid + " is invalid.");
	}

	@Test
	void wrongTypeOfResourceIsInvalid() {
		long rid = this.resources.add(this.tester.page("main").page(), "no image");
		this.tester.invoke("plugin:image|rgba")
			.arg("rid", rid)
			.expectRejection()
			.isRejectedWith("The resource id " + rid + " is invalid.");
		assertThat(this.tester.invoke("plugin:resources|close").arg("rid", rid)).hasNoValue();
	}

	/**
	 * Opens what is closed by default.
	 */
	@TestConfiguration
	static class Grants {

		@Bean
		Capability app() {
			return Capability.withId("app")
				.windows("*")
				.permissions("core:default", "core:app:allow-app-show", "core:app:allow-app-hide",
						"core:app:allow-default-window-icon", "core:app:allow-set-app-theme",
						"core:app:allow-set-dock-visibility", "core:app:allow-fetch-data-store-identifiers",
						"core:app:allow-remove-data-store")
				.build();
		}

	}

}
