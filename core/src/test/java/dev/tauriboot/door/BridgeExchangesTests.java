package dev.tauriboot.door;

import dev.tauriboot.window.TestPage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BridgeExchanges}.
 */
class BridgeExchangesTests {

	private final BridgeExchanges exchanges = new BridgeExchanges(JsonMapper.builder().build(), 1024);

	private final TestPage page = TestPage.of("main");

	@Test
	void namesAreKeptButNotAnyNumber() {
		for (int i = 0; i < 5000; i++) {
			create("made_up_" + i);
		}
		assertThat(this.exchanges).extracting("uris").asInstanceOf(InstanceOfAssertFactories.MAP).hasSize(4096);
	}

	@Test
	void longNameIsNotKept() {
		create("x".repeat(100_000));
		assertThat(this.exchanges).extracting("uris").asInstanceOf(InstanceOfAssertFactories.MAP).isEmpty();
	}

	private void create(String command) {
		this.exchanges.create(this.page.page(), new BridgeCall(command, 1, 2, false, "{}", null));
	}

}
