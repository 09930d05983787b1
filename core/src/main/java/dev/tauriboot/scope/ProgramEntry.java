package dev.tauriboot.scope;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.scope.ProgramScope.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link ProgramScope}.
 *
 * @param name what the page calls it
 * @param program what to run, or {@code null} if it is nowhere on this platform
 * @param arguments what each argument must be, or {@code null} if anything may be passed
 * @param sidecar whether it is shipped with the application
 */
record ProgramEntry(String name, @Nullable String program, @Nullable List<ProgramArgument> arguments, boolean sidecar) {

	static ProgramEntry of(@Nullable Object data, BaseDirectories directories) {
		Map<?, ?> entry = ScopeData.map(data, "{name, cmd, args, sidecar}");
		String name = ScopeData.optionalText(entry, "name");
		if (name == null || name.isEmpty()) {
			throw new IllegalArgumentException("missing field `name`");
		}
		boolean sidecar = ScopeData.flag(entry, "sidecar");
		String command = ScopeData.optionalText(entry, "cmd");
		if (!sidecar && (command == null || command.isEmpty())) {
			throw new IllegalArgumentException("The shell scope `command` value is required.");
		}
		String program = (sidecar || command == null) ? name : resolve(command, directories);
		return new ProgramEntry(name, program, arguments(entry.get("args")), sidecar);
	}

	private static @Nullable String resolve(String command, BaseDirectories directories) {
		String[] components = command.split("[/\\\\]");
		BaseDirectory directory = (components.length > 0) ? BaseDirectory.ofVariable(components[0]) : null;
		if (directory == null) {
			return command;
		}
		Path path = directories.resolve(directory);
		for (int i = 1; i < components.length && path != null; i++) {
			path = components[i].equals("..") ? path : path.resolve(components[i]);
		}
		return (path != null) ? path.toString() : null;
	}

	private static @Nullable List<ProgramArgument> arguments(@Nullable Object data) {
		// An empty list in a YAML file arrives as an empty text.
		if (data == null || Boolean.FALSE.equals(data) || "".equals(data)) {
			return List.of();
		}
		if (Boolean.TRUE.equals(data)) {
			return null;
		}
		if (!(data instanceof List<?> list)) {
			throw new IllegalArgumentException(
					"expected true, false or a list for `args`, found " + ScopeData.describe(data));
		}
		List<ProgramArgument> arguments = new ArrayList<>();
		for (Object argument : list) {
			arguments.add(ProgramArgument.of(argument));
		}
		return List.copyOf(arguments);
	}

	Invocation prepare(@Nullable Object passed) {
		if (this.program == null) {
			throw new ScopeException("Scoped command %s not found".formatted(this.name));
		}
		return new Invocation(this.program, fit(passed), this.sidecar);
	}

	private List<String> fit(@Nullable Object passed) {
		if (this.arguments == null) {
			return (passed instanceof String text) ? List.of(text) : texts(passed);
		}
		boolean fixed = this.arguments.stream().allMatch((argument) -> argument.fixed() != null);
		if (passed == null && !fixed) {
			throw unexpected();
		}
		List<String> given = texts(passed);
		List<String> fitted = new ArrayList<>();
		for (int i = 0; i < this.arguments.size(); i++) {
			fitted.add(this.arguments.get(i).fit(i, (i < given.size()) ? given.get(i) : null));
		}
		return fitted;
	}

	private List<String> texts(@Nullable Object passed) {
		List<String> texts = new ArrayList<>();
		if (passed instanceof List<?> list) {
			for (Object each : list) {
				if (!(each instanceof String text)) {
					throw unexpected();
				}
				texts.add(text);
			}
		}
		else if (passed != null) {
			throw unexpected();
		}
		return texts;
	}

	private ScopeException unexpected() {
		return new ScopeException("Scoped command %s received arguments in an unexpected format".formatted(this.name));
	}

}
