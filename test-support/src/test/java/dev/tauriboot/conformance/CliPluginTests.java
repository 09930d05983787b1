package dev.tauriboot.conformance;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 209 to 216: the plugin cli.
 */
class CliPluginTests extends ProgramPluginTests {

	@Autowired
	private StartedWith started;

	private JsonNode matches(String... arguments) throws Exception {
		this.started.arguments = List.of(arguments);
		return js(module("cli") + "return plugin.getMatches();");
	}

	// rows 209, 210, 211, 212, 213, 216
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"                                      | [false,0,null,0,null,0] | null",
			"-vvv                                  | [true,3,null,0,null,0] | null",
			"--type a --type b                     | [false,0,[\"\"a\"\",\"\"b\"\"],2,null,0] | null",
			"notes.txt                             | [false,0,null,0,\"\"notes.txt\"\",1] | null",
			"--spring.main.banner-mode=off -v      | [true,1,null,0,null,0] | null",
			"-v run --level 3                      | [true,1,null,0,null,0] | {\"\"name\"\":\"\"run\"\",\"\"matches\"\":"
					+ "{\"\"args\"\":{\"\"level\"\":{\"\"value\"\":\"\"3\"\",\"\"occurrences\"\":1}},"
					+ "\"\"subcommand\"\":null}}" })
	void argumentsAreMatched(String arguments, String values, String subcommand) throws Exception {
		JsonNode matches = matches((arguments != null) ? arguments.split(" ") : new String[0]);
		String found = "[" + String.join(",", List.of("verbose", "type", "file")
			.stream()
			.map((name) -> matches.at("/args/" + name + "/value") + "," + matches.at("/args/" + name + "/occurrences"))
			.toList()) + "]";
		assertThat(found).isEqualTo(values.replace("\"\"", "\""));
		assertThat(matches.get("subcommand").toString()).isEqualTo(subcommand.replace("\"\"", "\""));
	}

	// row 214
	@Test
	void helpAndVersionAreArguments() throws Exception {
		JsonNode help = matches("--help");
		assertThat(help.at("/args/help/value").asString()).contains("Usage:", "--verbose", "<file>");
		assertThat(help.at("/args/help/occurrences").asInt()).isZero();
		assertThat(help.get("args").size()).isEqualTo(1);
		assertThat(matches("--version").toString())
			.isEqualTo("{\"args\":{\"version\":{\"value\":null,\"occurrences\":0}},\"subcommand\":null}");
	}

	// row 215
	@ParameterizedTest
	@CsvSource({ "--nope, Unknown option: '--nope'",
			"run, the following required arguments were not provided: --level <level>" })
	void whatDoesNotFitIsRejected(String argument, String message) throws Exception {
		this.started.arguments = List.of(argument);
		assertThat(js(module("cli") + "return rejection(plugin.getMatches());").asString())
			.isEqualTo("failed to parse arguments: " + message);
	}

}
