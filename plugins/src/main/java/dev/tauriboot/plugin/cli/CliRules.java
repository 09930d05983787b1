package dev.tauriboot.plugin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tauriboot.plugin.cli.CliMatches.Argument;

/**
 * Checks what the parser does not know: which values there are, and what must and must
 * not be given together.
 */
final class CliRules {

	private final Map<String, Argument> given;

	private CliRules(Map<String, Argument> given) {
		this.given = given;
	}

	static void check(CliCommand command, Map<String, Argument> given) {
		CliRules rules = new CliRules(given);
		List<String> missing = new ArrayList<>();
		for (CliArgument argument : command.args()) {
			if (rules.isPresent(argument.name())) {
				rules.checkValues(argument);
				rules.checkConflicts(argument, command);
				rules.addRequired(argument, command, missing);
			}
			else if (rules.isRequired(argument)) {
				add(argument, missing);
			}
		}
		if (!missing.isEmpty()) {
			throw new CliException("the following required arguments were not provided: " + String.join(", ", missing));
		}
	}

	private static void add(CliArgument argument, List<String> missing) {
		if (!missing.contains(argument.display())) {
			missing.add(argument.display());
		}
	}

	private boolean isPresent(String name) {
		Argument argument = this.given.get(name);
		return argument != null && argument.occurrences() > 0;
	}

	private List<?> values(String name) {
		Argument argument = this.given.get(name);
		Object value = (argument != null) ? argument.value() : null;
		if (value instanceof List<?> list) {
			return list;
		}
		return (value != null) ? List.of(value) : List.of();
	}

	private boolean hasValue(String name, String value) {
		return values(name).contains(value);
	}

	private void checkValues(CliArgument argument) {
		if (!argument.possibleValues().isEmpty() && argument.hasValue()) {
			for (Object value : values(argument.name())) {
				if (!argument.possibleValues().contains(value)) {
					throw new CliException("invalid value '%s' for '%s' [possible values: %s]".formatted(value,
							argument.display(), String.join(", ", argument.possibleValues())));
				}
			}
		}
		if (argument.isPositional() && argument.hasSeveralValues()) {
			checkCount(argument, values(argument.name()).size());
		}
	}

	private static void checkCount(CliArgument argument, int count) {
		Integer exactly = argument.numberOfValues();
		Integer least = (exactly != null) ? exactly : argument.minValues();
		Integer most = (exactly != null) ? exactly : argument.maxValues();
		if ((least != null && count < least) || (most != null && count > most)) {
			throw new CliException("'%s' has %d values".formatted(argument.display(), count));
		}
	}

	private void checkConflicts(CliArgument argument, CliCommand command) {
		for (String other : argument.rules().conflictsWith()) {
			if (isPresent(other)) {
				throw new CliException("the argument '%s' cannot be used with '%s'".formatted(argument.display(),
						find(command, other).display()));
			}
		}
	}

	private void addRequired(CliArgument argument, CliCommand command, List<String> missing) {
		for (String other : argument.rules().requires()) {
			if (!isPresent(other)) {
				add(find(command, other), missing);
			}
		}
		List<String> condition = argument.rules().requiresIf();
		if (!condition.isEmpty() && hasValue(argument.name(), condition.get(1)) && !isPresent(condition.get(0))) {
			add(find(command, condition.get(0)), missing);
		}
	}

	private boolean isRequired(CliArgument argument) {
		CliArgument.Rules rules = argument.rules();
		if (rules.required()) {
			return true;
		}
		if (!rules.requiredUnlessPresentAll().isEmpty()
				&& !rules.requiredUnlessPresentAll().stream().allMatch(this::isPresent)) {
			return true;
		}
		if (!rules.requiredUnlessPresentAny().isEmpty()
				&& rules.requiredUnlessPresentAny().stream().noneMatch(this::isPresent)) {
			return true;
		}
		List<String> condition = rules.requiredIfEq();
		return !condition.isEmpty() && hasValue(condition.get(0), condition.get(1));
	}

	private static CliArgument find(CliCommand command, String name) {
		return command.args()
			.stream()
			.filter((argument) -> argument.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new CliException("there is no argument '" + name + "'"));
	}

}
