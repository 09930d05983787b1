package dev.tauriboot.command.annotation.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.CommandName;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.annotation.Arg;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriCommand.ArgumentCase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what a command's parameters accept and what they refuse, §6.6.
 */
class CommandArgumentTests {

	private static final CommandFixture fixture = CommandFixture.of(Commands.class);

	@AfterAll
	static void close() {
		fixture.close();
	}

	// row 64
	@Test
	void keyIsTheParametersNameInCamelCase() {
		assertThat(fixture.invoke("greet", "{\"userName\":\"Ada\"}")).isEqualTo("\"Hello Ada\"");
	}

	// row 64
	@Test
	void keyIsInSnakeCaseWhereTheCommandSaysSo() {
		assertThat(fixture.invoke("greet_snake", "{\"user_name\":\"Ada\"}")).isEqualTo("\"Hello Ada\"");
		assertThat(fixture.rejection("greet_snake", "{\"userName\":\"Ada\"}"))
			.isEqualTo("invalid args `user_name` for command `greet_snake`: "
					+ "command greet_snake missing required key user_name");
	}

	@Test
	void keyIsWhatTheAnnotationSays() {
		assertThat(fixture.invoke("renamed", "{\"USER-name\":\"Ada\"}")).isEqualTo("\"Ada\"");
	}

	@Test
	void parameterWithoutANameStopsTheStart() throws Exception {
		// The JDK is compiled without the names of parameters.
		MethodParameter parameter = new MethodParameter(String.class.getMethod("concat", String.class), 0);
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		CommandMapping command = new CommandMapping(CommandName.of("concat"), false, null, false);
		assertThatIllegalStateException()
			.isThrownBy(() -> new JsonArgumentResolver(CommandFixture.MAPPER).argumentFor(parameter, command))
			.withMessageContainingAll("java.lang.String.concat(java.lang.String)", "-parameters", "@Arg");
	}

	// row 65
	@Test
	void missingKey() {
		assertThat(fixture.rejection("greet", "{}"))
			.isEqualTo("invalid args `userName` for command `greet`: command greet missing required key userName");
	}

	// row 65
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[1]", "null", "\"userName\"", "5", "true" })
	void bodyThatIsNoObjectMissesEveryKey(String body) {
		assertThat(fixture.rejection("greet", body))
			.isEqualTo("invalid args `userName` for command `greet`: command greet missing required key userName");
		assertThat(fixture.invoke("optional", body)).isEqualTo("\"empty null -1\"");
	}

	@Test
	void errorsNameTheBareCommandOfAPlugin() {
		assertThat(fixture.rejection("plugin:demo|bare", "{}"))
			.isEqualTo("invalid args `n` for command `bare`: command bare missing required key n");
	}

	// row 66
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "int     | \"5\"     | invalid type: string \"5\", expected i32",
					"int     | \"\"      | invalid type: string \"\", expected i32",
					"int     | true      | invalid type: boolean `true`, expected i32",
					"int     | null      | invalid type: null, expected i32",
					"int     | 5.5       | invalid type: floating point `5.5`, expected i32",
					"int     | []        | invalid type: sequence, expected i32",
					"int     | {}        | invalid type: map, expected i32",
					"int     | 3000000000 | invalid value: integer `3000000000`, expected i32",
					"boxed   | \"5\"     | invalid type: string \"5\", expected i32",
					"boxed   | 5.5       | invalid type: floating point `5.5`, expected i32",
					"long    | 1.5       | invalid type: floating point `1.5`, expected i64",
					"long    | 9223372036854775808 | invalid value: integer `9223372036854775808`, expected i64",
					"short   | 70000     | invalid value: integer `70000`, expected i16",
					"byte    | 300       | invalid value: integer `300`, expected i8",
					"double  | \"1.5\"   | invalid type: string \"1.5\", expected f64",
					"double  | true      | invalid type: boolean `true`, expected f64",
					"float   | null      | invalid type: null, expected f32",
					"boolean | 1         | invalid type: integer `1`, expected a boolean",
					"boolean | null      | invalid type: null, expected a boolean",
					"boolean | \"true\"  | invalid type: string \"true\", expected a boolean",
					"boolean | \"\"      | invalid type: string \"\", expected a boolean",
					"string  | 5         | invalid type: integer `5`, expected a string",
					"string  | 5.5       | invalid type: floating point `5.5`, expected a string",
					"string  | true      | invalid type: boolean `true`, expected a string",
					"string  | null      | invalid type: null, expected a string",
					"string  | {}        | invalid type: map, expected a string",
					"string  | []        | invalid type: sequence, expected a string",
					"bigint  | 1.5       | invalid type: floating point `1.5`, expected an integer",
					"decimal | \"1\"     | invalid type: string \"1\", expected a number",
					"list    | {}        | invalid type: map, expected a sequence",
					"list    | \"\"      | invalid type: string \"\", expected a sequence",
					"list    | null      | invalid type: null, expected a sequence",
					"list    | [1,\"2\"] | invalid type: string \"2\", expected i32",
					"map     | []        | invalid type: sequence, expected a map",
					"map     | {\"a\":{\"x\":\"1\",\"y\":2}} | invalid type: string \"1\", expected i32",
					"point   | 5         | invalid type: integer `5`, expected struct Point",
					"point   | []        | invalid type: sequence, expected struct Point",
					"point   | \"\"      | invalid type: string \"\", expected struct Point",
					"point   | null      | invalid type: null, expected struct Point",
					"point   | {\"x\":1} | missing field `y`",
					"point   | {\"x\":1,\"y\":null} | invalid type: null, expected i32",
					"point   | {\"x\":1,\"y\":5000000000} | invalid value: integer `5000000000`, expected i32",
					"named   | {}        | missing field `name`",
					"named   | {\"name\":null} | invalid type: null, expected a string",
					"nested  | [{\"a\":{\"x\":1}}] | missing field `y`",
					"enum    | \"x\"     | unknown variant `x`, expected one of `RED`, `GREEN`, `light-blue`",
					"enum    | \"\"      | unknown variant ``, expected one of `RED`, `GREEN`, `light-blue`",
					"enum    | 0         | invalid type: integer `0`, expected a string",
					"pair    | \"x\"     | unknown variant `x`, expected `A` or `B`",
					"date    | \"soon\"  | invalid value: string \"soon\", expected LocalDate",
					"date    | true      | invalid type: boolean `true`, expected LocalDate",
					"uuid    | \"1\"     | invalid value: string \"1\", expected UUID",
					"even    | {\"n\":3} | 3 is odd",
					"optional_int | \"5\" | invalid type: string \"5\", expected i32" })
	void valueThatDoesNotFit(String command, String value, String detail) {
		assertThat(fixture.rejection("take_" + command, "{\"n\":" + value + "}"))
			.isEqualTo("invalid args `n` for command `take_" + command + "`: " + detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "int | 5 | 5", "int | -2147483648 | -2147483648",
			"boxed | 5 | 5", "long | 9007199254740993 | 9007199254740993", "double | 5 | 5.0", "float | 1 | 1.0",
			"double | 1.5 | 1.5", "boolean | true | true", "string | \"\" | \"\"", "bigint | 5 | 5", "decimal | 5 | 5",
			"decimal | 1.25 | 1.25", "list | [1,2] | [1,2]",
			"map | {\"a\":{\"x\":1,\"y\":2}} | {\"a\":{\"x\":1,\"y\":2}}",
			"point | {\"x\":1,\"y\":2} | {\"x\":1,\"y\":2}",
			"nested | [{\"a\":{\"x\":1,\"y\":2}}] | [{\"a\":{\"x\":1,\"y\":2}}]", "enum | \"RED\" | \"RED\"",
			"enum | \"light-blue\" | \"light-blue\"", "date | \"2026-01-02\" | \"2026-01-02\"",
			"named | {\"name\":\"a\"} | {\"name\":\"a\",\"note\":null,\"more\":null}", "even | {\"n\":4} | {\"n\":4}",
			"node | null | null", "node | [1,\"a\"] | [1,\"a\"]", "optional_int | 5 | 5" })
	void valueThatFits(String command, String value, String result) {
		assertThat(fixture.invoke("take_" + command, "{\"n\":" + value + "}")).isEqualTo(result);
	}

	// row 67
	@Test
	void optionalParametersAcceptAMissingKeyAndNull() {
		assertThat(fixture.invoke("optional", "{}")).isEqualTo("\"empty null -1\"");
		assertThat(fixture.invoke("optional", "{\"a\":null,\"b\":null,\"c\":null}")).isEqualTo("\"empty null -1\"");
		assertThat(fixture.invoke("optional", "{\"a\":{\"x\":1,\"y\":2},\"b\":\"b\",\"c\":3}"))
			.isEqualTo("\"Point[x=1, y=2] b 3\"");
		assertThat(fixture.rejection("optional", "{\"a\":1}"))
			.isEqualTo("invalid args `a` for command `optional`: invalid type: integer `1`, expected struct Point");
	}

	// row 68
	@Test
	void surplusKeysAreIgnored() {
		assertThat(fixture.invoke("greet", "{\"userName\":\"Ada\",\"more\":[1]}")).isEqualTo("\"Hello Ada\"");
		assertThat(fixture.invoke("take_point", "{\"n\":{\"x\":1,\"y\":2,\"z\":3}}")).isEqualTo("{\"x\":1,\"y\":2}");
	}

	// row 69
	@Test
	void rawBodyHasNoKeys() {
		assertThat(fixture.invoke("greet", new byte[] { 1 }))
			.isEqualTo("rejected:\"invalid args `userName` for command `greet`: command greet expected a value for key "
					+ "userName but the IPC call used a bytes payload\"");
	}

	@Test
	void genericsOfASuperclassAreResolved() {
		assertThat(fixture.invoke("echo", "{\"value\":{\"x\":1,\"y\":2}}")).isEqualTo("{\"x\":1,\"y\":2}");
		assertThat(fixture.rejection("echo", "{\"value\":1}"))
			.isEqualTo("invalid args `value` for command `echo`: invalid type: integer `1`, expected struct Point");
	}

	@Test
	void valuesAreReadByTheApplicationsMapper() {
		JsonMapper mapper = JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		try (CommandFixture custom = CommandFixture.of(mapper, (builder) -> {
		}, Commands.class)) {
			assertThat(custom.invoke("take_long_names", "{\"n\":{\"first_name\":\"a\"}}"))
				.isEqualTo("{\"first_name\":\"a\"}");
			assertThat(custom.rejection("take_long_names", "{\"n\":{\"first_name\":\"a\",\"x\":1}}"))
				.isEqualTo("invalid args `n` for command `take_long_names`: unknown field `x`, expected `first_name`");
			assertThat(custom.rejection("take_strict", "{\"n\":{\"a\":1,\"b\":2,\"f\":3}}"))
				.isEqualTo("invalid args `n` for command `take_strict`: unknown field `f`, expected `a` or `b`");
			assertThat(custom.rejection("take_int", "{\"n\":\"5\"}"))
				.isEqualTo("invalid args `n` for command `take_int`: invalid type: string \"5\", expected i32");
		}
	}

	enum Colour {

		RED, GREEN, @JsonProperty("light-blue")
		LIGHT_BLUE

	}

	enum Pair {

		A, B

	}

	record Point(int x, int y) {
	}

	@NullMarked
	record Named(String name, @Nullable String note, Optional<String> more) {
	}

	record Strict(int a, int b) {
	}

	record Even(int n) {

		Even {
			if (n % 2 != 0) {
				throw new IllegalArgumentException(n + " is odd");
			}
		}

	}

	record LongNames(String firstName) {
	}

	abstract static class Echo<T> {

		@TauriCommand
		T echo(T value) {
			return value;
		}

	}

	static class Commands extends Echo<Point> {

		@TauriCommand
		String greet(String userName) {
			return "Hello " + userName;
		}

		@TauriCommand(argumentCase = ArgumentCase.SNAKE)
		String greetSnake(String userName) {
			return "Hello " + userName;
		}

		@TauriCommand(argumentCase = ArgumentCase.SNAKE)
		String renamed(@Arg("USER-name") String userName) {
			return userName;
		}

		@TauriCommand("plugin:demo|bare")
		int bare(int n) {
			return n;
		}

		@TauriCommand
		String optional(Optional<Point> a, @Nullable String b, @Nullable Integer c) {
			return a.map(Point::toString).orElse("empty") + " " + b + " " + ((c != null) ? c : -1);
		}

		@TauriCommand
		int takeInt(int n) {
			return n;
		}

		@TauriCommand
		Integer takeBoxed(Integer n) {
			return n;
		}

		@TauriCommand
		long takeLong(long n) {
			return n;
		}

		@TauriCommand
		short takeShort(short n) {
			return n;
		}

		@TauriCommand
		byte takeByte(byte n) {
			return n;
		}

		@TauriCommand
		double takeDouble(double n) {
			return n;
		}

		@TauriCommand
		float takeFloat(float n) {
			return n;
		}

		@TauriCommand
		boolean takeBoolean(boolean n) {
			return n;
		}

		@TauriCommand
		String takeString(String n) {
			return n;
		}

		@TauriCommand
		BigInteger takeBigint(BigInteger n) {
			return n;
		}

		@TauriCommand
		BigDecimal takeDecimal(BigDecimal n) {
			return n;
		}

		@TauriCommand
		List<Integer> takeList(List<Integer> n) {
			return n;
		}

		@TauriCommand
		Map<String, Point> takeMap(Map<String, Point> n) {
			return n;
		}

		@TauriCommand
		Point takePoint(Point n) {
			return n;
		}

		@TauriCommand
		Named takeNamed(Named n) {
			return n;
		}

		@TauriCommand
		List<Map<String, Point>> takeNested(List<Map<String, Point>> n) {
			return List.of(Map.of("a", n.get(0).get("a")));
		}

		@TauriCommand
		Colour takeEnum(Colour n) {
			return n;
		}

		@TauriCommand
		Pair takePair(Pair n) {
			return n;
		}

		@TauriCommand
		Strict takeStrict(Strict n) {
			return n;
		}

		@TauriCommand
		LocalDate takeDate(LocalDate n) {
			return n;
		}

		@TauriCommand
		UUID takeUuid(UUID n) {
			return n;
		}

		@TauriCommand
		Even takeEven(Even n) {
			return n;
		}

		@TauriCommand
		JsonNode takeNode(JsonNode n) {
			return n;
		}

		@TauriCommand
		OptionalInt takeOptionalInt(OptionalInt n) {
			return n;
		}

		@TauriCommand
		LongNames takeLongNames(LongNames n) {
			return n;
		}

	}

}
