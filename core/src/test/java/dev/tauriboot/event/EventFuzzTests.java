package dev.tauriboot.event;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.TestPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any name, label and payload of an event and a channel: the page gets them as the data
 * they are.
 */
class EventFuzzTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String name = data.consumeString(20);
		String payload = data.consumeRemainingAsString();
		Events events = new Events(MAPPER, Runnable::run);
		TestPage page = TestPage.of("main");
		try {
			events.listen(page.page(), EventName.of(name), EventTarget.ANY, 1);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		page.frames();
		events.emit(name, payload);
		page.page().outbound().channelFrame(7, 0, new InvokeResponse.Json(MAPPER.writeValueAsString(payload)));
		List<String> frames = page.frames();
		assertThat(frames).hasSize(2);
		JsonNode event = MAPPER.readTree(frames.get(0));
		assertThat(event.get(1).stringValue()).isEqualTo(name);
		assertThat(event.get(3)).isEqualTo(MAPPER.valueToTree(payload));
		assertThat(MAPPER.readTree(frames.get(1)).get(4)).isEqualTo(MAPPER.valueToTree(payload));
	}

}
