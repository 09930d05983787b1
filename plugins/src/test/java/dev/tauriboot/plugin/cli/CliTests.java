package dev.tauriboot.plugin.cli;

import java.util.List;
import java.util.Map;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.plugin.cli.CliArgument.Rules;
import dev.tauriboot.plugin.cli.CliMatches.Argument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Cli}.
 */
class CliTests {

	private static final CliArgument VERBOSE = new CliArgument("verbose", 'v', "says 100% more", null, false, false,
			null, List.of(), null, null, Rules.NONE, false, null);

	private static final CliArgument TYPE = new CliArgument("type", 't', null, null, true, true, null,
			List.of("a", "b"), null, null, Rules.NONE, false, null);

	private static final CliArgument FILE = positional("file", 1, false);

	private static final CliCommand RUN = new CliCommand("runs", null, null, null,
			List.of(CliArgument.flag("debug"), CliArgument.option("level")), Map.of());

	private static final CliCommand COMMAND = new CliCommand("An editor of notes, 100% yours", null, "Before 5%",
			"After 7%", List.of(VERBOSE, TYPE, FILE, CliArgument.option("with.dot")), Map.of("run", RUN));

	private static CliArgument positional(String name, int index, boolean multiple) {
		return new CliArgument(name, null, null, null, true, multiple, null, List.of(), null, null, Rules.NONE, false,
				index);
	}

	private static CliMatches parse(CliCommand command, String... arguments) {
		return new Cli(command, new PackageInfo("notes", "1.2.3", "com.example.notes"), List.of(arguments)).matches();
	}

	// row 209
	@Test
	void everyArgumentIsThere() {
		CliMatches matches = parse(COMMAND);
		assertThat(matches.args()).containsOnly(Map.entry("verbose", new Argument(false, 0)),
				Map.entry("type", new Argument(null, 0)), Map.entry("file", new Argument(null, 0)),
				Map.entry("with.dot", new Argument(null, 0)));
		assertThat(matches.subcommand()).isNull();
	}

	// row 210
	@ParameterizedTest
	@CsvSource({ "-vvv, 3", "-v --verbose, 2", "--verbose, 1" })
	void flagsAreCounted(String arguments, int count) {
		assertThat(parse(COMMAND, arguments.split(" ")).args()).containsEntry("verbose", new Argument(true, count));
	}

	// rows 211, 212
	@Test
	void valuesAreThoseGiven() {
		CliMatches matches = parse(COMMAND, "--type", "a", "notes.txt", "-tb", "--with.dot=x=y");
		assertThat(matches.args()).containsEntry("type", new Argument(List.of("a", "b"), 2))
			.containsEntry("file", new Argument("notes.txt", 1))
			.containsEntry("with.dot", new Argument("x=y", 1));
		assertThat(matches.isPresent("type")).isTrue();
		assertThat(matches.isPresent("verbose")).isFalse();
		assertThat(matches.value("file")).isEqualTo("notes.txt");
	}

	@Test
	void valuesAreNeitherQuotedNorExpanded() {
		assertThat(parse(COMMAND, "@/etc/passwd").value("file")).isEqualTo("@/etc/passwd");
		assertThat(parse(COMMAND, "\"a b\"").value("file")).isEqualTo("\"a b\"");
		assertThat(parse(COMMAND, "--", "--verbose").value("file")).isEqualTo("--verbose");
		assertThat(parse(COMMAND, "${user.home}").value("file")).isEqualTo("${user.home}");
		assertThat(parse(COMMAND, "--with.dot", "").value("with.dot")).isEmpty();
	}

	@Test
	void placeMayHaveSeveralValues() {
		CliCommand command = CliCommand.of(positional("first", 1, false), positional("rest", 2, true));
		assertThat(parse(command, "a", "b", "c").args()).containsEntry("first", new Argument("a", 1))
			.containsEntry("rest", new Argument(List.of("b", "c"), 2));
		assertThat(parse(command, "a").args()).containsEntry("rest", new Argument(null, 0));
	}

	@Test
	void optionMayHaveSeveralValuesAtATime() {
		CliCommand command = CliCommand.of(values("pair", 2, null, null), values("some", null, 1, 2));
		assertThat(parse(command, "--pair", "a", "b").args()).containsEntry("pair", new Argument(List.of("a", "b"), 2));
		assertThat(parse(command, "--some", "a").args()).containsEntry("some", new Argument(List.of("a"), 1));
		assertFails(command, null, "--pair", "a");
		assertFails(command, null, "--some");
	}

	private static CliArgument values(String name, @Nullable Integer number, @Nullable Integer least,
			@Nullable Integer most) {
		return new CliArgument(name, null, null, null, true, false, number, List.of(), least, most, Rules.NONE, false,
				null);
	}

	// row 213
	@Test
	void subcommandHasItsOwnArguments() {
		CliMatches matches = parse(COMMAND, "-v", "run", "--level", "3");
		assertThat(matches.args()).containsEntry("verbose", new Argument(true, 1));
		assertThat(matches.subcommand()).isNotNull();
		assertThat(matches.subcommand().name()).isEqualTo("run");
		assertThat(matches.subcommand().matches().args()).containsOnly(Map.entry("debug", new Argument(false, 0)),
				Map.entry("level", new Argument("3", 1)));
	}

	// row 214
	@ParameterizedTest
	@CsvSource({ "--help", "-h", "-v --help", "run --help" })
	void helpIsAText(String arguments) {
		CliMatches matches = parse(COMMAND, arguments.split(" "));
		assertThat(matches.subcommand()).isNull();
		assertThat(matches.args()).containsOnlyKeys("help");
		assertThat(matches.args().get("help").occurrences()).isZero();
		assertThat(matches.value("help")).contains("Usage: notes");
	}

	@Test
	void helpSaysWhatIsDescribed() {
		assertThat(parse(COMMAND, "--help").value("help")).startsWith("Before 5%")
			.contains("An editor of notes, 100% yours", "says 100% more", "[possible values: a, b]", "run", "runs",
					"<file>", "-V, --version")
			.endsWith("After 7%\n");
	}

	// row 214
	@ParameterizedTest
	@CsvSource({ "--version", "-V" })
	void versionHasNoValue(String argument) {
		assertThat(parse(COMMAND, argument)).isEqualTo(new CliMatches(Map.of("version", new Argument(null, 0)), null));
	}

	@Test
	void ownArgumentsTakeThePlaceOfHelpAndVersion() {
		CliCommand command = CliCommand.of(CliArgument.option("version"), new CliArgument("host", 'h', null, null, true,
				false, null, List.of(), null, null, Rules.NONE, false, null));
		assertThat(parse(command, "-h", "x", "--version", "1").args()).containsEntry("host", new Argument("x", 1))
			.containsEntry("version", new Argument("1", 1));
		assertThat(parse(command, "--help").args()).containsOnlyKeys("help");
	}

	// row 215
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "--nope|Unknown option: '--nope'", "-x|Unknown option: '-x'",
					"--type|Missing required parameter for option '--type' (<type>)",
					"--type c|invalid value 'c' for '--type <type>' [possible values: a, b]",
					"a b|Unmatched argument at index 1: 'b'",
					"--with.dot a --with.dot b|option '--with.dot' (<with.dot>) " + "should be specified only once", })
	void whatDoesNotFitIsSaid(String arguments, String message) {
		assertFails(COMMAND, message, arguments.split(" "));
	}

	private static void assertFails(CliCommand command, @Nullable String message, String... arguments) {
		assertThatExceptionOfType(CliException.class).isThrownBy(() -> parse(command, arguments))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains((message != null) ? message : ""));
	}

	// row 215
	@Test
	void missingArgumentsAreNamed() {
		CliCommand command = CliCommand.of(
				ruled("a", new Rules(true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of())),
				CliArgument.option("b"));
		assertFails(command, "the following required arguments were not provided: --a <a>");
		assertThat(parse(command, "--a=1").value("a")).isEqualTo("1");
		assertThat(parse(command, "--help").args()).containsOnlyKeys("help");
	}

	private static CliArgument ruled(String name, Rules rules) {
		return new CliArgument(name, null, null, null, true, false, null, List.of(), null, null, rules, false, null);
	}

	@Test
	void rulesBetweenArgumentsHold() {
		List<String> none = List.of();
		CliCommand command = CliCommand.of(CliArgument.option("a"), CliArgument.option("b"),
				ruled("unless-all", new Rules(false, List.of("a", "b"), none, none, none, none, none)),
				ruled("unless-any", new Rules(false, none, List.of("a", "b"), none, none, none, none)),
				ruled("conflict", new Rules(false, none, none, List.of("a"), none, none, none)),
				ruled("needs", new Rules(false, none, none, none, List.of("b"), none, none)),
				ruled("needs-if", new Rules(false, none, none, none, none, List.of("b", "x"), none)),
				ruled("if-eq", new Rules(false, none, none, none, none, none, List.of("a", "x"))));
		assertFails(command, "not provided: --unless-all <unless-all>", "--a=1");
		assertFails(command, "not provided: --unless-all <unless-all>, --unless-any <unless-any>");
		assertThat(parse(command, "--a=1", "--b=1").args()).hasSize(8);
		assertThat(parse(command, "--unless-all=1", "--unless-any=1").args()).hasSize(8);
		assertFails(command, "the argument '--conflict <conflict>' cannot be used with '--a <a>'", "--a=1", "--b=1",
				"--conflict=1");
		assertFails(command, "not provided: --b <b>", "--a=1", "--unless-all=1", "--needs=1");
		assertFails(command, "not provided: --b <b>", "--a=1", "--unless-all=1", "--needs-if=x");
		assertThat(parse(command, "--a=1", "--unless-all=1", "--needs-if=y").value("needs-if")).isEqualTo("y");
		assertFails(command, "not provided: --if-eq <if-eq>", "--a=x", "--b=1");
	}

	@Test
	void equalsSignMayBeRequired() {
		CliCommand command = CliCommand.of(new CliArgument("a", null, null, null, true, false, null, List.of(), null,
				null, Rules.NONE, true, null));
		assertThat(parse(command, "--a=1").value("a")).isEqualTo("1");
		assertFails(command, "equal sign is needed when assigning values to '--a=<a>'", "--a", "1");
	}

	// row 216
	@Test
	void propertiesOfSpringAreLeftOut() {
		assertThat(parse(COMMAND, "--spring.main.banner-mode=off", "-v", "--logging.level.root", "--with.dot=1").args())
			.containsEntry("verbose", new Argument(true, 1))
			.containsEntry("with.dot", new Argument("1", 1));
	}

	@Test
	void contradictionsAreFoundAtOnce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CliCommand.of(CliArgument.flag("a"), CliArgument.option("a")))
			.withMessage("there are two arguments 'a'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CliCommand
				.of(ruled("a", new Rules(false, List.of(), List.of(), List.of("b"), List.of(), List.of(), List.of()))))
			.withMessage("'a' names 'b', which is no argument beside it");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> parse(CliCommand.of(VERBOSE,
							new CliArgument("other", 'v', null, null, false, false, null, List.of(), null, null,
									Rules.NONE, false, null))))
			.withMessageStartingWith("the command line is not valid:");
	}

}
