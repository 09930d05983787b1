package dev.tauriboot.plugin.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A command line, or what follows the name of a subcommand: section 3.11 of the plugins'
 * contract.
 *
 * @param description what help says of it
 * @param longDescription what help says of it instead, if there is more to say
 * @param beforeHelp what help begins with
 * @param afterHelp what help ends with
 * @param args its arguments
 * @param subcommands its subcommands by name
 * @since 0.1.0
 */
public record CliCommand(@Nullable String description, @Nullable String longDescription, @Nullable String beforeHelp,
		@Nullable String afterHelp, List<CliArgument> args, Map<String, CliCommand> subcommands) {

	public CliCommand {
		Assert.notNull(args, "'args' must not be null");
		Assert.notNull(subcommands, "'subcommands' must not be null");
		args = List.copyOf(args);
		subcommands = Collections.unmodifiableMap(new LinkedHashMap<>(subcommands));
		checkNames(args);
	}

	/**
	 * A command line with some arguments.
	 * @param args the arguments
	 * @return the command line
	 */
	public static CliCommand of(CliArgument... args) {
		return new CliCommand(null, null, null, null, List.of(args), Map.of());
	}

	private static void checkNames(List<CliArgument> args) {
		Set<String> names = new HashSet<>();
		for (CliArgument argument : args) {
			Assert.isTrue(names.add(argument.name()), () -> "there are two arguments '" + argument.name() + "'");
		}
		for (CliArgument argument : args) {
			CliArgument.Rules rules = argument.rules();
			List<String> others = new ArrayList<>(rules.requires());
			others.addAll(rules.requiredUnlessPresentAll());
			others.addAll(rules.requiredUnlessPresentAny());
			others.addAll(rules.conflictsWith());
			others.addAll(rules.requiresIf().stream().limit(1).toList());
			others.addAll(rules.requiredIfEq().stream().limit(1).toList());
			for (String other : others) {
				Assert.isTrue(names.contains(other),
						() -> "'" + argument.name() + "' names '" + other + "', which is no argument beside it");
			}
		}
	}

}
