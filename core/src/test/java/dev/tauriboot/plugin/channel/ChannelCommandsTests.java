package dev.tauriboot.plugin.channel;

import dev.tauriboot.command.CommandTester;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.TestPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChannelCommands}.
 */
class ChannelCommandsTests {

	private final CommandTester tester = new CommandTester(new ChannelCommands());

	private final TestPage page = TestPage.of("main");

	// rows 63, 82
	@Test
	void dataIsGivenOnceAndToItsPageOnly() {
		InvokeResponse.Raw data = new InvokeResponse.Raw(new byte[1024 * 1024]);
		this.page.page().outbound().channelFrame(1, 0, data);
		assertThat(fetch(TestPage.of("other"), "1")).isEqualTo(error("data not found"));
		assertThat(fetch(this.page, "1")).isSameAs(data);
		assertThat(fetch(this.page, "1")).isEqualTo(error("data not found"));
	}

	// row 82
	@ParameterizedTest
	@ValueSource(strings = { "", "x", "-1", "4294967296" })
	void otherHeadersAreMissing(String header) {
		assertThat(fetch(this.page, header)).isEqualTo(error("missing channel id header"));
		assertThat(fetch(this.page, null)).isEqualTo(error("missing channel id header"));
	}

	private static InvokeResponse error(String text) {
		return new InvokeResponse.Error("\"" + text + "\"");
	}

	private InvokeResponse fetch(TestPage page, @Nullable String id) {
		HttpHeaders headers = new HttpHeaders();
		if (id != null) {
			headers.set("Tauri-Channel-Id", id);
		}
		return this.tester.invoke(page.page(), "plugin:__TAURI_CHANNEL__|fetch", "null", headers);
	}

}
