package dev.tauriboot.plugin.event;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.command.CommandTester;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventCommands}.
 */
class EventCommandsTests {

	private final Events events = new Events(JsonMapper.builder().build(), Runnable::run);

	private final CommandTester tester = new CommandTester(new EventCommands(this.events));

	private final TestPage a = TestPage.of("a");

	private final TestPage b = TestPage.of("b");

	// rows 86, 87
	@Test
	void eventOfAPageReachesAnotherPageAndTheBackEnd() {
		List<String> handled = new ArrayList<>();
		this.events.listen("e", (event) -> handled.add(event.payload().json()));
		assertThat(invoke(this.b, "listen", "{\"event\":\"e\",\"target\":{\"kind\":\"Any\"},\"handler\":4294967295}"))
			.isEqualTo(new InvokeResponse.Json("1"));
		assertThat(invoke(this.a, "emit", "{\"event\":\"e\",\"payload\":{\"n\":1}}")).isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(this.a, "emit_to",
				"{\"target\":{\"kind\":\"AnyLabel\",\"label\":\"b\"},\"event\":\"e\",\"payload\":2}"))
			.isEqualTo(InvokeResponse.NOTHING);
		assertThat(this.b.frames()).containsExactly("[6,\"e\",1,4294967295]", "[5,\"e\",[1],{\"n\":1}]",
				"[5,\"e\",[1],2]");
		assertThat(handled).containsExactly("{\"n\":1}", "2");
	}

	// row 90
	@Test
	void absentPayloadIsNull() {
		listen(this.a);
		invoke(this.a, "emit", "{\"event\":\"e\"}");
		invoke(this.a, "emit", "{\"event\":\"e\",\"payload\":null}");
		invoke(this.a, "emit_to", "{\"event\":\"e\",\"target\":{\"kind\":\"Any\"}}");
		assertThat(this.a.frames()).containsExactly("[6,\"e\",0,7]", "[5,\"e\",[0],null]", "[5,\"e\",[0],null]",
				"[5,\"e\",[0],null]");
	}

	// rows 93, 96
	@Test
	void unlistenRemovesTheListenerFromThePageToo() {
		listen(this.a);
		String unlisten = "{\"event\":\"e\",\"eventId\":0}";
		assertThat(invoke(this.b, "unlisten", unlisten)).isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(this.a, "unlisten", unlisten)).isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(this.a, "unlisten", unlisten)).isEqualTo(InvokeResponse.NOTHING);
		this.events.emitTo(EventTarget.ANY, "e", 1);
		assertThat(this.a.frames()).containsExactly("[6,\"e\",0,7]", "[7,\"e\",0]");
	}

	// row 91
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			listen | {"event":"a b","target":{"kind":"Any"},"handler":1}
			unlisten | {"event":"a b","eventId":1}
			emit | {"event":"a b"}
			emit_to | {"event":"a b","target":{"kind":"Any"}}
			""")
	void invalidNamesAreRejected(String command, String arguments) {
		assertThat(invoke(this.a, command, arguments))
			.isEqualTo(new InvokeResponse.Error("\"invalid args `event` for " + "command `" + command
					+ "`: Event name must include only alphanumeric characters, `-`, `/`, `:` and `_`.\""));
	}

	@Test
	void targetWithoutALabelIsRejected() {
		assertThat(invoke(this.a, "emit_to", "{\"event\":\"e\",\"target\":{\"kind\":\"Window\"}}")).isEqualTo(
				new InvokeResponse.Error("\"invalid args `target` for command `emit_to`: missing field `label`\""));
	}

	private void listen(TestPage page) {
		invoke(page, "listen", "{\"event\":\"e\",\"target\":{\"kind\":\"Any\"},\"handler\":7}");
	}

	private InvokeResponse invoke(TestPage page, String command, String arguments) {
		return this.tester.invoke(page.page(), "plugin:event|" + command, arguments);
	}

}
