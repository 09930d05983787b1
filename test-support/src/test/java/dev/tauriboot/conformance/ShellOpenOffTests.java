package dev.tauriboot.conformance;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Row 170: the plugin shell where nothing may be opened.
 */
@TestPropertySource(properties = "tauri.plugins.shell.open=false")
class ShellOpenOffTests extends ProgramPluginTests {

	// row 170
	@Test
	void nothingIsOpened() throws Exception {
		JsonNode errors = js(module("shell") + """
				return Promise.all(['https://x.y/', 'mailto:a@x.y', 'tel:1', '/etc/passwd', '']
				  .flatMap((path) => [plugin.open(path), plugin.open(path, 'firefox')]).map(rejection));
				""");
		assertThat(errors.valueStream().map(JsonNode::asString)).hasSize(10)
			.allSatisfy((error) -> assertThat(error)
				.startsWith("Scoped command argument at position 0 was found, but failed regex validation "));
		assertThat(this.recorder.calls).isEqualTo(List.of());
	}

}
