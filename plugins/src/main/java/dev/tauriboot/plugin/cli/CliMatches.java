package dev.tauriboot.plugin.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the application was started with. If help was asked for, there is only the
 * argument {@code help}, whose value is its text; if the version was, only
 * {@code version}.
 *
 * @param args all arguments that there are, given or not, by name
 * @param subcommand the subcommand, {@code null} for none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CliMatches(Map<String, Argument> args, @Nullable Subcommand subcommand) {

	public CliMatches {
		Assert.notNull(args, "'args' must not be null");
		args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
	}

	/**
	 * Whether an argument was given.
	 * @param name its name
	 * @return {@code false} if it was not, or if there is no such argument
	 */
	public boolean isPresent(String name) {
		Argument argument = this.args.get(name);
		return argument != null && argument.occurrences() > 0;
	}

	/**
	 * The value of an argument.
	 * @param name its name
	 * @return the value, {@code null} if it has none or is a flag or a list
	 */
	public @Nullable String value(String name) {
		Argument argument = this.args.get(name);
		return (argument != null && argument.value() instanceof String text) ? text : null;
	}

	/**
	 * An argument.
	 *
	 * @param value whether a flag was given, a text, a list of texts, or {@code null}
	 * @param occurrences how often it was given
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record Argument(@Nullable Object value, int occurrences) {
	}

	/**
	 * A subcommand.
	 *
	 * @param name its name
	 * @param matches what it was given
	 */
	public record Subcommand(String name, CliMatches matches) {
	}

}
