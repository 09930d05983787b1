package dev.tauriboot.door;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.TestPage;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as the envelope of a call, and any headers and body: the page gets frames that
 * are JSON, and no call stays behind.
 */
class EnvelopeFuzzTests {

	// Whatever a command could look at.
	private static final BridgeDoor DOOR = new BridgeDoor(new IpcPipeline(List.of(), (request) -> {
		assertThat(request.headers()).isNotNull();
		return Mono.just((request.body() instanceof InvokeBody.Json json)
				? new InvokeResponse.Json(CommandFixture.MAPPER.writeValueAsString(json.value()))
				: InvokeResponse.NOTHING);
	}), CommandExecutor.of(Runnable::run), CommandFixture.MAPPER);

	private static final TestPage PAGE = TestPage.of("main");

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		if (data.consumeBoolean()) {
			DOOR.acceptText(PAGE.page(), data.consumeRemainingAsString(), (problem) -> assertThat(problem).isNotNull());
		}
		else {
			String command = data.consumeBoolean() ? "echo" : data.consumeString(30);
			String headers = data.consumeBoolean() ? null : data.consumeString(60);
			DOOR.accept(PAGE.page(), new BridgeCall(command, data.consumeInt(), data.consumeInt(),
					data.consumeBoolean(), data.consumeRemainingAsString(), headers));
		}
		assertThat(PAGE.page().callsInFlight()).isZero();
		for (String frame : PAGE.frames()) {
			JsonNode parsed = CommandFixture.MAPPER.readTree(frame);
			assertThat(parsed.isArray()).isTrue();
			assertThat(parsed.get(0).intValue()).isIn(0, 1);
		}
	}

}
