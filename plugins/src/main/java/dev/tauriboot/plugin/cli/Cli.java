package dev.tauriboot.plugin.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.plugin.cli.CliMatches.Argument;
import dev.tauriboot.plugin.cli.CliMatches.Subcommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.PicocliException;

import org.springframework.util.Assert;

/**
 * The arguments that the application was started with. A bean.
 * <p>
 * Spring reads arguments such as {@code --spring.main.banner-mode=off} as properties.
 * Options that have a dot in their name and are not described are therefore left to it.
 *
 * @since 0.1.0
 */
public class Cli {

	private final CliCommand command;

	private final PackageInfo info;

	private final List<String> arguments;

	private volatile @Nullable CliMatches matches;

	/**
	 * Create the bean.
	 * @param command what arguments there are
	 * @param info what the application is called
	 * @param arguments what it was started with
	 * @throws IllegalArgumentException if the description contradicts itself
	 */
	public Cli(CliCommand command, PackageInfo info, List<String> arguments) {
		Assert.notNull(command, "'command' must not be null");
		Assert.notNull(info, "'info' must not be null");
		Assert.notNull(arguments, "'arguments' must not be null");
		this.command = command;
		this.info = info;
		this.arguments = List.copyOf(arguments);
		try {
			CliSpecs.of(command, info);
		}
		catch (PicocliException ex) {
			throw new IllegalArgumentException("the command line is not valid: " + ex.getMessage(), ex);
		}
	}

	/**
	 * What the application was started with.
	 * @return the arguments
	 * @throws CliException if they do not fit
	 */
	public CliMatches matches() {
		CliMatches known = this.matches;
		if (known == null) {
			known = parse(this.arguments);
			this.matches = known;
		}
		return known;
	}

	/**
	 * Read other arguments, such as those of a second start.
	 * @param arguments the arguments
	 * @return what they are
	 * @throws CliException if they do not fit
	 */
	public CliMatches parse(List<String> arguments) {
		Assert.notNull(arguments, "'arguments' must not be null");
		try {
			ParseResult result = CliSpecs.of(this.command, this.info).parseArgs(own(arguments).toArray(String[]::new));
			CliMatches information = information(result);
			return (information != null) ? information : matches(this.command, result);
		}
		catch (ParameterException ex) {
			throw new CliException(String.valueOf(ex.getMessage()));
		}
	}

	private List<String> own(List<String> arguments) {
		List<String> own = new ArrayList<>();
		for (String argument : arguments) {
			if (argument.equals("--")) {
				own.addAll(arguments.subList(arguments.indexOf(argument), arguments.size()));
				break;
			}
			int equals = argument.indexOf('=');
			String name = (equals < 0) ? argument : argument.substring(0, equals);
			if (!name.startsWith("--") || name.indexOf('.') < 0 || isDescribed(this.command, name.substring(2))) {
				own.add(argument);
			}
		}
		return own;
	}

	private static boolean isDescribed(CliCommand command, String name) {
		return command.args().stream().anyMatch((argument) -> argument.name().equals(name))
				|| command.subcommands().values().stream().anyMatch((sub) -> isDescribed(sub, name));
	}

	private static @Nullable CliMatches information(ParseResult result) {
		for (ParseResult each = result; each != null; each = each.hasSubcommand() ? each.subcommand() : null) {
			if (each.isUsageHelpRequested()) {
				CommandLine line = each.commandSpec().commandLine();
				return new CliMatches(Map.of("help", new Argument(line.getUsageMessage(Ansi.OFF), 0)), null);
			}
			if (each.isVersionHelpRequested()) {
				return new CliMatches(Map.of("version", new Argument(null, 0)), null);
			}
		}
		return null;
	}

	private static CliMatches matches(CliCommand command, ParseResult result) {
		Map<String, Argument> given = new LinkedHashMap<>();
		for (CliArgument argument : command.args()) {
			given.put(argument.name(), match(argument, result));
		}
		CliRules.check(command, given);
		Subcommand subcommand = null;
		if (result.hasSubcommand()) {
			ParseResult sub = result.subcommand();
			String name = sub.commandSpec().name();
			CliCommand described = command.subcommands().get(name);
			subcommand = new Subcommand(name, matches((described != null) ? described : CliCommand.of(), sub));
		}
		return new CliMatches(given, subcommand);
	}

	private static Argument match(CliArgument argument, ParseResult result) {
		ArgSpec found = argument.isPositional() ? positional(argument, result)
				: result.matchedOption("--" + argument.name());
		if (!argument.hasValue()) {
			int count = (found != null && found.getValue() instanceof List<?> list) ? list.size() : 0;
			return new Argument(count > 0, count);
		}
		List<String> values = (found != null) ? found.stringValues() : List.of();
		if (found != null && argument.requireEquals() && !argument.isPositional()) {
			checkEquals(argument, result);
		}
		if (argument.hasSeveralValues()) {
			return values.isEmpty() ? new Argument(null, 0) : new Argument(List.copyOf(values), values.size());
		}
		return values.isEmpty() ? new Argument(null, 0) : new Argument(values.get(values.size() - 1), 1);
	}

	private static @Nullable ArgSpec positional(CliArgument argument, ParseResult result) {
		String label = "<" + argument.name() + ">";
		return result.matchedPositionals()
			.stream()
			.filter((positional) -> positional.paramLabel().equals(label))
			.findFirst()
			.orElse(null);
	}

	private static void checkEquals(CliArgument argument, ParseResult result) {
		List<String> words = result.originalArgs();
		int end = words.indexOf("--");
		if (words.subList(0, (end < 0) ? words.size() : end).contains("--" + argument.name())) {
			throw new CliException(
					"equal sign is needed when assigning values to '--%1$s=<%1$s>'".formatted(argument.name()));
		}
	}

}
