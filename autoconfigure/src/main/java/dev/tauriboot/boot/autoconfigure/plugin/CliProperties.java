package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.plugin.cli.CliArgument;
import dev.tauriboot.plugin.cli.CliCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the plugin cli. A key that it does not know is an error, as in Tauri.
 *
 * @param enabled whether the plugin is there
 * @param description what help says of the application
 * @param longDescription what help says of it instead, if there is more to say
 * @param beforeHelp what help begins with
 * @param afterHelp what help ends with
 * @param args arguments of the application
 * @param subcommands subcommands by name, each with the same keys
 * @since 0.1.0
 */
@ConfigurationProperties(value = "tauri.plugins.cli", ignoreUnknownFields = false)
public record CliProperties(@DefaultValue("true") boolean enabled, @Nullable String description,
		@Nullable String longDescription, @Nullable String beforeHelp, @Nullable String afterHelp,
		@DefaultValue List<Argument> args, @DefaultValue Map<String, Command> subcommands) {

	CliCommand command() {
		return new Command(this.description, this.longDescription, this.beforeHelp, this.afterHelp, this.args,
				this.subcommands)
			.command();
	}

	/**
	 * A subcommand.
	 *
	 * @param description what help says of it
	 * @param longDescription what help says of it instead, if there is more to say
	 * @param beforeHelp what its help begins with
	 * @param afterHelp what its help ends with
	 * @param args its arguments
	 * @param subcommands its subcommands by name
	 */
	public record Command(@Nullable String description, @Nullable String longDescription, @Nullable String beforeHelp,
			@Nullable String afterHelp, @DefaultValue List<Argument> args,
			@DefaultValue Map<String, Command> subcommands) {

		CliCommand command() {
			Map<String, CliCommand> commands = new LinkedHashMap<>();
			this.subcommands.forEach((name, subcommand) -> commands.put(name, subcommand.command()));
			return new CliCommand(this.description, this.longDescription, this.beforeHelp, this.afterHelp,
					this.args.stream().map(Argument::argument).toList(), commands);
		}

	}

	/**
	 * An argument.
	 *
	 * @param name its name
	 * @param shortName the character by which it is called after one hyphen
	 * @param description what help says of it
	 * @param longDescription what help says of it instead, if there is more to say
	 * @param takesValue whether it has a value
	 * @param multiple whether it may be given several times
	 * @param numberOfValues how many values it has at a time
	 * @param possibleValues the values it may have
	 * @param minValues how many values it has at least
	 * @param maxValues how many values it has at most
	 * @param required whether it must be given
	 * @param requiredUnlessPresent it must be given unless this one is
	 * @param requiredUnlessPresentAll it must be given unless all of these are
	 * @param requiredUnlessPresentAny it must be given unless one of these is
	 * @param conflictsWith what must not be given with it
	 * @param conflictsWithAll what else must not be given with it
	 * @param requires what must be given with it
	 * @param requiresAll what else must be given with it
	 * @param requiresIf an argument that must be given if this one has a value, and that
	 * value
	 * @param requiredIfEq an argument and its value with which this one must be given
	 * @param requireEquals whether a value follows an equals sign only
	 * @param index its place among what is no option, from 1
	 */
	public record Argument(String name, @Name("short") @Nullable Character shortName, @Nullable String description,
			@Nullable String longDescription, @DefaultValue("false") boolean takesValue,
			@DefaultValue("false") boolean multiple, @Nullable Integer numberOfValues,
			@DefaultValue List<String> possibleValues, @Nullable Integer minValues, @Nullable Integer maxValues,
			@DefaultValue("false") boolean required, @Nullable String requiredUnlessPresent,
			@DefaultValue List<String> requiredUnlessPresentAll, @DefaultValue List<String> requiredUnlessPresentAny,
			@Nullable String conflictsWith, @DefaultValue List<String> conflictsWithAll, @Nullable String requires,
			@DefaultValue List<String> requiresAll, @DefaultValue List<String> requiresIf,
			@DefaultValue List<String> requiredIfEq, @DefaultValue("false") boolean requireEquals,
			@Nullable Integer index) {

		CliArgument argument() {
			CliArgument.Rules rules = new CliArgument.Rules(this.required, this.requiredUnlessPresentAll,
					with(this.requiredUnlessPresent, this.requiredUnlessPresentAny),
					with(this.conflictsWith, this.conflictsWithAll), with(this.requires, this.requiresAll),
					this.requiresIf, this.requiredIfEq);
			return new CliArgument(this.name, this.shortName, this.description, this.longDescription, this.takesValue,
					this.multiple, this.numberOfValues, this.possibleValues, this.minValues, this.maxValues, rules,
					this.requireEquals, this.index);
		}

		private static List<String> with(@Nullable String one, List<String> more) {
			List<String> all = new ArrayList<>(more);
			if (one != null) {
				all.add(0, one);
			}
			return all;
		}

	}

}
