package dev.tauriboot.plugin.cli;

import java.util.List;
import java.util.Objects;

import dev.tauriboot.app.PackageInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Describes command lines to the parser.
 */
final class CliSpecs {

	private CliSpecs() {
	}

	static CommandLine of(CliCommand command, PackageInfo info) {
		CommandSpec spec = spec(info.name(), command);
		if (isFree(command, "version")) {
			OptionSpec.Builder version = hasShort(command, 'V') ? OptionSpec.builder("--version")
					: OptionSpec.builder("-V", "--version");
			spec.addOption(version.versionHelp(true).type(boolean.class).description("Print version").build());
		}
		spec.version(info.name() + " " + info.version());
		CommandLine line = new CommandLine(spec);
		// Arguments are what they are: no files of arguments, no guesses.
		return line.setExpandAtFiles(false)
			.setInterpolateVariables(false)
			.setAbbreviatedOptionsAllowed(false)
			.setUnmatchedOptionsAllowedAsOptionParameters(false)
			.setTrimQuotes(false);
	}

	private static CommandSpec spec(String name, CliCommand command) {
		CommandSpec spec = CommandSpec.create().name(name);
		UsageMessageSpec usage = spec.usageMessage();
		usage.header(formats(command.beforeHelp()));
		usage.description(
				formats((command.longDescription() != null) ? command.longDescription() : command.description()));
		usage.footer(formats(command.afterHelp()));
		for (CliArgument argument : command.args()) {
			if (argument.isPositional()) {
				spec.addPositional(positional(argument));
			}
			else {
				spec.addOption(option(argument));
			}
		}
		if (isFree(command, "help")) {
			OptionSpec.Builder help = hasShort(command, 'h') ? OptionSpec.builder("--help")
					: OptionSpec.builder("-h", "--help");
			spec.addOption(help.usageHelp(true).type(boolean.class).description("Print help").build());
		}
		command.subcommands().forEach((key, sub) -> spec.addSubcommand(key, spec(key, sub)));
		return spec;
	}

	private static boolean isFree(CliCommand command, String name) {
		return command.args().stream().noneMatch((argument) -> argument.name().equals(name));
	}

	private static boolean hasShort(CliCommand command, char name) {
		return command.args().stream().anyMatch((argument) -> Objects.equals(argument.shortName(), name));
	}

	private static OptionSpec option(CliArgument argument) {
		String name = "--" + argument.name();
		OptionSpec.Builder option = (argument.shortName() != null)
				? OptionSpec.builder("-" + argument.shortName(), name) : OptionSpec.builder(name);
		option.description(description(argument));
		if (!argument.takesValue()) {
			// A list, to count how often.
			return option.type(List.class).auxiliaryTypes(Boolean.class).arity("0").build();
		}
		option.paramLabel("<" + argument.name() + ">").arity(argument.arity());
		return argument.hasSeveralValues() ? option.type(List.class).auxiliaryTypes(String.class).build()
				: option.type(String.class).build();
	}

	private static PositionalParamSpec positional(CliArgument argument) {
		int index = Objects.requireNonNull(argument.index()) - 1;
		PositionalParamSpec.Builder positional = PositionalParamSpec.builder()
			.paramLabel("<" + argument.name() + ">")
			.description(description(argument));
		if (argument.hasSeveralValues()) {
			return positional.index(index + "..*")
				.arity(argument.arity().replaceFirst("^\\d+(?=$|\\.)", "0"))
				.type(List.class)
				.auxiliaryTypes(String.class)
				.build();
		}
		return positional.index(Integer.toString(index)).arity("0..1").type(String.class).build();
	}

	private static String[] description(CliArgument argument) {
		String text = (argument.longDescription() != null) ? argument.longDescription() : argument.description();
		if (!argument.possibleValues().isEmpty()) {
			String values = "[possible values: " + String.join(", ", argument.possibleValues()) + "]";
			text = (text != null) ? text + " " + values : values;
		}
		return lines(text);
	}

	// Texts about a command are formats, those about an argument are not.
	private static String[] formats(@Nullable String text) {
		return lines((text != null) ? text.replace("%", "%%") : null);
	}

	private static String[] lines(@Nullable String text) {
		return (text != null) ? text.split("\n") : new String[0];
	}

}
