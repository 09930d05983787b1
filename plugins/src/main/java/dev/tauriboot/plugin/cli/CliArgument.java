package dev.tauriboot.plugin.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An argument of a command line: section 3.11 of the plugins' contract. It is the option
 * {@code --name}, or what stands at a place if it has an index.
 *
 * @param name its name
 * @param shortName the character by which it is called after one hyphen
 * @param description what help says of it
 * @param longDescription what help says of it instead, if there is more to say
 * @param takesValue whether it has a value; without one it is a flag
 * @param multiple whether it may be given several times
 * @param numberOfValues how many values it has at a time
 * @param possibleValues the values it may have, any if there are none
 * @param minValues how many values it has at least
 * @param maxValues how many values it has at most
 * @param rules when it must and must not be given
 * @param requireEquals whether a value follows an equals sign only
 * @param index its place among what is no option, from 1
 * @since 0.1.0
 */
public record CliArgument(String name, @Nullable Character shortName, @Nullable String description,
		@Nullable String longDescription, boolean takesValue, boolean multiple, @Nullable Integer numberOfValues,
		List<String> possibleValues, @Nullable Integer minValues, @Nullable Integer maxValues, Rules rules,
		boolean requireEquals, @Nullable Integer index) {

	public CliArgument {
		Assert.hasText(name, "'name' must have text");
		Assert.notNull(rules, "'rules' must not be null");
		Assert.isTrue(index == null || index > 0, () -> "the index of '" + name + "' must be 1 or more");
		Assert.isTrue(minValues == null || maxValues == null || minValues <= maxValues,
				() -> "'" + name + "' cannot have more values at least than at most");
		possibleValues = List.copyOf(possibleValues);
	}

	/**
	 * A flag.
	 * @param name its name
	 * @return the argument
	 */
	public static CliArgument flag(String name) {
		return new CliArgument(name, null, null, null, false, false, null, List.of(), null, null, Rules.NONE, false,
				null);
	}

	/**
	 * An option that has a value.
	 * @param name its name
	 * @return the argument
	 */
	public static CliArgument option(String name) {
		return new CliArgument(name, null, null, null, true, false, null, List.of(), null, null, Rules.NONE, false,
				null);
	}

	/**
	 * Whether it is known by its place.
	 * @return {@code false} if it is known by its name
	 */
	public boolean isPositional() {
		return this.index != null;
	}

	boolean hasValue() {
		return this.takesValue || isPositional();
	}

	/**
	 * How many values it has at a time, as a range.
	 */
	String arity() {
		if (this.numberOfValues != null) {
			return this.numberOfValues.toString();
		}
		if (this.minValues == null && this.maxValues == null) {
			return (isPositional() && this.multiple) ? "0..*" : "1";
		}
		return ((this.minValues != null) ? this.minValues : 1) + ".."
				+ ((this.maxValues != null) ? this.maxValues : "*");
	}

	boolean hasSeveralValues() {
		return this.multiple || !arity().equals("1");
	}

	/**
	 * How it is shown.
	 */
	String display() {
		if (isPositional()) {
			return "<" + this.name + ">";
		}
		return this.takesValue ? "--" + this.name + " <" + this.name + ">" : "--" + this.name;
	}

	/**
	 * When an argument must and must not be given. Others are called by their names.
	 *
	 * @param required whether it must be given
	 * @param requiredUnlessPresentAll it must be given unless all of these are
	 * @param requiredUnlessPresentAny it must be given unless one of these is
	 * @param conflictsWith what must not be given with it
	 * @param requires what must be given with it
	 * @param requiresIf an argument and a value: that argument must be given if this one
	 * has the value
	 * @param requiredIfEq an argument and a value: this argument must be given if that
	 * one has the value
	 */
	public record Rules(boolean required, List<String> requiredUnlessPresentAll, List<String> requiredUnlessPresentAny,
			List<String> conflictsWith, List<String> requires, List<String> requiresIf, List<String> requiredIfEq) {

		/** It may be given or not. */
		public static final Rules NONE = new Rules(false, List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of());

		public Rules {
			requiredUnlessPresentAll = List.copyOf(requiredUnlessPresentAll);
			requiredUnlessPresentAny = List.copyOf(requiredUnlessPresentAny);
			conflictsWith = List.copyOf(conflictsWith);
			requires = List.copyOf(requires);
			requiresIf = pair("requires-if", requiresIf);
			requiredIfEq = pair("required-if-eq", requiredIfEq);
		}

		private static List<String> pair(String key, List<String> pair) {
			Assert.isTrue(pair.isEmpty() || pair.size() == 2, () -> "'" + key + "' must be an argument and a value");
			return List.copyOf(pair);
		}

	}

}
