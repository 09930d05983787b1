package dev.tauriboot.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.test.HookOutcome;
import dev.tauriboot.test.IsolationHookTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a hook of the older dialect changes reaches the command by today's names
 * (v1-compat 5.4, rows 121 and 122).
 */
class IsolationEditTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static IsolationHookTester hook;

	@BeforeAll
	static void open() {
		hook = IsolationHookTester.of("classpath:/isolation-edits", Duration.ofSeconds(60));
	}

	@AfterAll
	static void close() {
		hook.close();
	}

	@BeforeEach
	void forget() {
		hook.clear();
	}

	private static HookOutcome pass(String command, Object payload, String edits, Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		all.put("edits", edits);
		return hook.pass(command, payload, all);
	}

	private static HookOutcome pass(String command, String payload, String edits) {
		return pass(command, MAPPER.readTree(payload), edits, Map.of());
	}

	private static HookOutcome write(String edits, Map<String, String> headers) {
		return pass("plugin:fs|write_file", new byte[] { 1, 2 }, edits, headers);
	}

	// rows 122, 123
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			greet ; {"message":"a","event":"b"} ; [] ; {"message":"a","event":"b"}
			greet ; {"message":"a"} ; [["args.message","b"]] ; {"message":"b"}
			greet ; {"a":1} ; [["payload.a",2]] ; {"a":2}
			greet ; {"a":1} ; [["args.a",2]] ; {"a":2}
			greet ; {"a":1} ; [["message.a",2]] ; {"a":2}
			greet ; {"a":1,"b":{"c":1}} ; [["args.b.c",2]] ; {"a":1,"b":{"c":2}}
			greet ; {"a":1,"b":1} ; [["payload.a",2],["message.b",3]] ; {"a":2,"b":3}
			greet ; {"a":1} ; [["payload.a",2],["args.a",2],["message.a",2]] ; {"a":2}
			greet ; {"a":1,"b":1} ; [["args.a"]] ; {"b":1}
			greet ; {"a":1,"b":1} ; [["message.a"]] ; {"b":1}
			greet ; {} ; [["args.a",2]] ; {"a":2}
			greet ; null ; [["message.a",2]] ; {"a":2}
			greet ; {"a":1} ; [["payload",{"b":2}]] ; {"b":2}
			greet ; {"a":1} ; [["message",{"cmd":"greet","args":{"a":2}}]] ; {"a":2}
			greet ; {"a":1} ; [["message",{"cmd":"greet","a":2}]] ; {"a":2}
			greet ; {"a":1} ; [["message",{"cmd":"greet","args":{"a":1},"b":2}]] ; {"a":1,"b":2}
			greet ; {"cmd":"x","args":[1]} ; [["args.args",[2]]] ; {"cmd":"x","args":[2]}
			plugin:event|emit ; {"event":"a"} ; [["event","b"]] ; {"event":"b"}
			plugin:fs|read_file ; {"path":"/a"} ; [["payload.path","/b"]] ; {"path":"/b"}
			plugin:fs|read_file ; {"path":"file:/a%20b"} ; [["args.path","/%20"]] ; {"path":"/%20"}
			plugin:fs|read_file ; {"path":"file:/a%20b"} ; [["message.path","/c"]] ; {"path":"/c"}
			plugin:fs|stat ; {"path":"file:/a"} ; [["message.options",{}]] ; {"path":"file:/a","options":{}}
			plugin:fs|read_dir ; {"path":"file:/a"} ; [["message.options",{}]] ; {"path":"file:/a","options":{}}
			plugin:fs|open ; {"path":"//a","a":{"b":1}} ; [["args.a.b",2]] ; {"path":"//a","a":{"b":2}}
			plugin:fs|copy_file ; {"fromPath":"//a"} ; [["args.destination","/c"]] ; {"fromPath":"//a","toPath":"/c"}
			plugin:fs|copy_file ; {} ; [["message.source","a"],["payload.toPath","b"]] ; {"fromPath":"a","toPath":"b"}
			plugin:clipboard-manager|write_text ; {"text":"a"} ; [["args.data","b"]] ; {"text":"b"}
			plugin:process|exit ; {"code":1} ; [["message.exitCode",2]] ; {"code":2}
			plugin:shell|kill ; {"cmd":"killChild","pid":1} ; [["message.pid",2]] ; {"cmd":"killChild","pid":2}
			plugin:http|fetch ; {"clientConfig":{"url":"a"}} ; [["payload.clientConfig",{}]] ; {"clientConfig":{}}
			plugin:window|set_title ; {"label":"a","value":"a"} ; [["payload.value","b"]] ; {"label":"a","value":"b"}
			""")
	void changeReachesTheCommand(String command, String payload, String edits, String result) {
		HookOutcome outcome = pass(command, payload, edits);
		assertThat(outcome.isRefused()).as(outcome.toString()).isFalse();
		assertThat(outcome.command()).isEqualTo(command);
		assertThat(outcome.json()).isEqualTo(MAPPER.readTree(result));
	}

	// row 122
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			greet ; {"a":1} ; [["args.a",2],["message.a",3]] ; a
			greet ; {"a":1} ; [["args.a",2],["payload.a",3]] ; a
			greet ; {"a":1} ; [["message.a",2],["payload",{}]] ; a
			greet ; {"a":1} ; [["message.a",2],["args.a"]] ; a
			plugin:event|emit ; {"event":"a"} ; [["event","b"],["message.event","c"]] ; event
			plugin:fs|read_file ; {"path":"/a"} ; [["message.path","/b"],["payload.path","/c"]] ; path
			plugin:fs|copy_file ; {"fromPath":"/a"} ; [["message.source","/b"],["payload.fromPath","/c"]] ; source
			""")
	void changeInTwoWaysIsRefused(String command, String payload, String edits, String argument) {
		assertThat(pass(command, payload, edits).reason()).isEqualTo("Command " + command
				+ " refused by the isolation hook: its argument " + argument + " was changed in two ways");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			greet ; [["message.a",2],["payload",[1]]]
			plugin:http|fetch ; [["args.clientConfig",{}]]
			plugin:http|fetch ; [["message.cmd","greet"]]
			plugin:window|set_title ; [["args.data.cmd.payload","b"]]
			plugin:window|set_title ; [["message.data",{}],["payload.value","b"]]
			plugin:window|set_title ; [["message.value","b"]]
			plugin:window|set_title ; [["message.cmd","greet"]]
			plugin:webview|create_webview_window ; [["args.data.options.label","b"]]
			""")
	void messageForReadingIsNotChanged(String command, String edits) {
		assertThat(pass(command, "{}", edits).reason()).isEqualTo("Command " + command
				+ " refused by the isolation hook: only the payload of this command can be changed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			greet ; [["message.args"]] ; its arguments are no object
			greet ; [["message.args",[1]]] ; its arguments are no object
			greet ; [["message.cmd"]] ; it has no command
			greet ; [["message"]] ; it has no command
			plugin:fs|copy_file ; [["message.fromPath","/b"]] ; its argument fromPath goes by source here
			plugin:fs|read_file ; [["message.options",{"dir":99}]] ; there is no base directory 99
			""")
	void changeThatCannotBeIsRefused(String command, String edits, String reason) {
		assertThat(pass(command, "{}", edits).reason())
			.isEqualTo("Command " + command + " refused by the isolation hook: " + reason);
	}

	// row 125
	@Test
	void freshMessageNeedsTheDialectsFieldsOnly() {
		String edits = "[[\"message.args.path\",\"/b\"],[\"message.path\",\"/b\"],[\"only\",[\"cmd\",\"message\"]]]";
		assertThat(pass("plugin:fs|read_file", "{\"path\":\"/a\"}", edits).json().toString())
			.isEqualTo("{\"path\":\"/b\"}");
		HookOutcome written = write("[[\"only\",[\"cmd\",\"message\"]]]", Map.of("path", "%2Fa"));
		assertThat(written.bytes()).containsExactly(1, 2);
		assertThat(written.headers().getFirst("path")).isEqualTo("%2Fa");
	}

	@Test
	void directoryIsNotGivenTwice() {
		String edits = "[[\"message.options\",{\"dir\":7,\"baseDir\":6}]]";
		assertThat(pass("plugin:fs|read_file", "{}", edits).reason())
			.endsWith("its base directory is given twice, as dir and as baseDir");
	}

	@Test
	void otherCommandIsCalled() {
		HookOutcome outcome = pass("load", "{\"a\":1}", "[[\"message.cmd\",\"greet\"],[\"message.a\",2]]");
		assertThat(outcome.command()).isEqualTo("greet");
		assertThat(outcome.json().toString()).isEqualTo("{\"a\":2}");
	}

	// rows 121, 122
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', nullValues = "-", textBlock = """
			[["args.path","/ü 100%"]] ; %2F%C3%BC%20100%25 ; {"append":true,"baseDir":6} ; 1,2
			[["message.path","/b"]] ; %2Fb ; {"append":true,"baseDir":6} ; 1,2
			[["options.headers.path","/b"]] ; /b ; {"append":true,"baseDir":6} ; 1,2
			[["options",{"headers":{"Path":"/b"}}]] ; /b ; - ; 1,2
			[["args.options.append",false]] ; %2fa%20b ; {"append":false,"baseDir":6} ; 1,2
			[["args.options.dir",11]] ; %2fa%20b ; {"append":true,"baseDir":21} ; 1,2
			[["args.options.dir"]] ; %2fa%20b ; {"append":true} ; 1,2
			[["args.options"],["message.options"]] ; %2fa%20b ; undefined ; 1,2
			[["args.contents",[7,255]]] ; %2fa%20b ; {"append":true,"baseDir":6} ; 7,255
			[["message.contents",{"bytes":[7]}]] ; %2fa%20b ; {"append":true,"baseDir":6} ; 7
			[["args.contents.0",7]] ; %2fa%20b ; {"append":true,"baseDir":6} ; 7,2
			[["payload",{"bytes":[7]}],["message.path","/b"]] ; %2Fb ; {"append":true,"baseDir":6} ; 7
			""")
	void fileToWriteIsChanged(String edits, String path, String options, String content) {
		HookOutcome outcome = write(edits, Map.of("path", "%2fa%20b", "options", "{\"append\":true,\"baseDir\":6}"));
		assertThat(outcome.isRefused()).as(outcome.toString()).isFalse();
		assertThat(outcome.headers().getFirst("path")).isEqualTo(path);
		assertThat(outcome.headers().getFirst("options")).isEqualTo(options);
		StringBuilder bytes = new StringBuilder();
		for (byte one : outcome.bytes()) {
			bytes.append(bytes.isEmpty() ? "" : ",").append(one & 255);
		}
		assertThat(bytes).hasToString(content);
	}

	// row 122
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			[["message.path","/b"],["args.path","/c"]] ; its argument path was changed in two ways
			[["message.path","/b"],["options.headers.path","/c"]] ; its argument path was changed in two ways
			[["message.contents",[1]],["args.contents",[2]]] ; its argument contents was changed in two ways
			[["message.contents",[1]],["payload",{"bytes":[2]}]] ; its argument contents was changed in two ways
			[["args.contents",[256]]] ; its contents are no bytes
			[["message.contents","text"]] ; its contents are no bytes
			[["args.contents"],["message.contents"]] ; its contents are no bytes
			[["args.path",7]] ; its argument path cannot be changed so
			[["args.path"]] ; its argument path cannot be changed so
			[["message.mode",7]] ; its argument mode cannot be changed so
			""")
	void fileToWriteIsNotChangedSo(String edits, String reason) {
		assertThat(write(edits, Map.of("path", "%2Fa")).reason())
			.isEqualTo("Command plugin:fs|write_file refused by the isolation hook: " + reason);
	}

	@Test
	void whatOneRunChangesTheNextSees() {
		try (IsolationHookTester both = IsolationHookTester.of("classpath:/isolation-edits", Duration.ofSeconds(60),
				HookDialect.V2, HookDialect.INVOKE)) {
			String edits = "[[\"options.headers\",{\"Path\":\"%2Fb\"}]]";
			Map<String, String> headers = Map.of("path", "%2Fa", "edits", edits);
			HookOutcome outcome = both.pass("plugin:fs|write_file", new byte[] { 1 }, headers);
			assertThat(outcome.headers().getFirst("path")).isEqualTo("%2Fb");
			assertThat(both.console()).singleElement().asString().contains("\"path\":\"/b\"");
		}
	}

	@Test
	void textToWriteIsChanged() {
		String edits = "[[\"message.args.path\",\"/b\"],[\"message.args.contents\",[104]]]";
		HookOutcome outcome = pass("plugin:fs|write_text_file", new byte[] { 1 }, edits, Map.of("path", "a"));
		assertThat(outcome.bytes()).containsExactly('h');
		assertThat(outcome.headers().getFirst("path")).isEqualTo("%2Fb");
	}

	// What a header means to a command of the application's own, nobody knows.
	@Test
	void bytesOfOtherCommandsAreChangedAsPayload() {
		String reason = "only the payload of this command can be changed";
		HookOutcome refused = pass("save", new byte[] { 1 }, "[[\"message.args.path\",\"/b\"]]", Map.of("path", "a"));
		assertThat(refused.reason()).endsWith(reason);
		assertThat(pass("save", new byte[] { 1 }, "[[\"message.a\",1]]", Map.of()).reason()).endsWith(reason);
		assertThat(pass("save", new byte[] { 1 }, "[[\"payload\",{\"bytes\":[7]}]]", Map.of()).bytes())
			.containsExactly(7);
	}

	// v1-compat 3.3: the numbers of base directories are those of the older names
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			plugin:fs|read_file ; {"baseDir":6} ; {"dir":7} ; 8 ; {"baseDir":7}
			plugin:fs|exists ; {"baseDir":15,"x":1} ; {"dir":23,"x":1} ; 6 ; {"baseDir":18,"x":1}
			plugin:fs|mkdir ; {"recursive":true} ; {"recursive":true} ; 19 ; {"recursive":true,"baseDir":17}
			plugin:fs|remove ; {"baseDir":" 6","dir":1} ; {"dir":7} ; 18 ; {"baseDir":13}
			plugin:fs|read_dir ; {"baseDir":6.5,"dir":1} ; {"dir":7} ; null ; {"baseDir":null}
			plugin:fs|read_dir ; {"baseDir":99,"dir":1} ; {"dir":99} ; 1 ; {"baseDir":1}
			plugin:fs|read_dir ; {"baseDir":{"toString":1}} ; {"dir":{"toString":1}} ; 1 ; {"baseDir":1}
			plugin:fs|rename ; {} ; {} ; 8 ; {"oldPathBaseDir":7,"newPathBaseDir":7}
			""")
	void directoryHasItsOlderNumber(String command, String options, String shown, String dir, String result) {
		HookOutcome outcome = pass(command, "{\"options\":" + options + "}",
				"[[\"message.args.options.dir\"," + dir + "]]");
		assertThat(outcome.isRefused()).as(outcome.toString()).isFalse();
		assertThat(outcome.json().get("options")).isEqualTo(MAPPER.readTree(result));
		assertThat(hook.console()).singleElement().asString().contains("\"args\":{\"options\":" + shown + "}");
		HookOutcome asItCame = pass(command, "{\"options\":" + options + "}", "[]");
		assertThat(asItCame.json().get("options").toString()).isEqualTo(options);
	}

	@ParameterizedTest
	@CsvSource({ "copy_file, fromPathBaseDir, toPathBaseDir", "rename, oldPathBaseDir, newPathBaseDir" })
	void directoryIsThatOfBothPaths(String command, String one, String other) {
		String options = "{\"options\":{\"" + one + "\":%1$d,\"" + other + "\":%1$d}}";
		assertThat(pass("plugin:fs|" + command, options.formatted(6), "[[\"args.options.dir\",8]]").json().toString())
			.isEqualTo(options.formatted(7));
		assertThat(hook.console()).singleElement().asString().contains("\"args\":{\"options\":{\"dir\":7}}");
	}

	@Test
	void directoriesThatDifferKeepTheirNames() {
		String options = "{\"fromPathBaseDir\":6,\"toPathBaseDir\":7}";
		String payload = "{\"options\":" + options + "}";
		assertThat(pass("plugin:fs|copy_file", payload, "[[\"message.args.options.toPathBaseDir\",8]]").json()
			.at("/options/toPathBaseDir")
			.asInt()).isEqualTo(8);
		assertThat(hook.console()).singleElement().asString().contains("\"args\":{\"options\":" + options + "}");
		assertThat(pass("plugin:fs|copy_file", payload, "[[\"message.args.options.dir\",8]]").reason())
			.endsWith("its base directory is given twice, as dir and as fromPathBaseDir");
	}

	// v1-compat 3.6
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			is_visible ; {"label":"a"} ; {"label":"a","cmd":{"type":"isVisible"}}
			destroy ; {} ; {"cmd":{"type":"close"}}
			set_always_on_top ; {"value":false} ; {"cmd":{"type":"setAlwaysOnTop","payload":false}}
			set_min_size ; {"value":null} ; {"cmd":{"type":"setMinSize","payload":null}}
			set_size ; {"value":{"Logical":{}}} ; {"cmd":{"type":"setSize","payload":{"type":"Logical","data":{}}}}
			set_size ; {"value":{"Physical":1}} ; {"cmd":{"type":"setSize","payload":{"type":"Physical","data":1}}}
			set_icon ; {"value":"a.png"} ; {"cmd":{"type":"setIcon","payload":{"icon":"a.png"}}}
			""")
	void commandsOfWindowsHaveTheirOlderMessage(String command, String payload, String data) {
		assertThat(pass("plugin:window|" + command, payload, "[]").json().toString()).isEqualTo(payload);
		assertThat(hook.console())
			.containsExactly("log: {\"cmd\":\"manage\",\"args\":{\"data\":%1$s},\"data\":%1$s}".formatted(data));
	}

	@Test
	void newWindowHasItsOlderMessage() {
		String payload = "{\"options\":{\"fileDropEnabled\":true,\"dragDropEnabled\":false}}";
		assertThat(pass("plugin:webview|create_webview_window", payload, "[]").json().toString()).isEqualTo(payload);
		assertThat(hook.console()).singleElement()
			.asString()
			.contains("\"cmd\":\"createWebview\"")
			.contains("\"data\":{\"options\":{\"fileDropEnabled\":false}}");
	}

	@Test
	void commandsThatWindowsDidNotHaveKeepTheirs() {
		pass("plugin:window|close", "{\"label\":\"a\"}", "[]");
		assertThat(hook.console()).singleElement().asString().contains("\"cmd\":\"plugin:window|close\"");
	}

	// A page may not have the hook look at what no command reads.
	@Test
	void olderNameOfThePageIsNotShown() {
		String payload = "{\"source\":\"/a\",\"fromPath\":\"/etc/b\",\"toPath\":\"/c\",\"destination\":\"/d\"}";
		assertThat(pass("plugin:fs|copy_file", payload, "[]").json().toString()).isEqualTo(payload);
		assertThat(hook.console()).singleElement()
			.asString()
			.contains("\"args\":{\"source\":\"/etc/b\",\"destination\":\"/c\"}");
	}

	// row 121: as the plugin reads it
	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			file:///home/a%20b ; /home/a b
			file%3A%2F%2F%2Fhome%2Fa%2520b ; /home/a b
			/home/%C3%BC ; /home/ü
			/home/\u00C3\u00BC ; /home/ü
			/home/% ; /home/%
			""")
	void pathOfAFileToWriteIsShown(String header, String path) {
		HookOutcome outcome = write("[]", Map.of("path", header));
		assertThat(outcome.headers().getFirst("path")).isEqualTo(header);
		assertThat(hook.console()).singleElement().asString().contains("\"path\":\"" + path + "\"");
	}

}
