package dev.tauriboot.plugin.process;

import java.io.IOException;
import java.lang.ProcessHandle.Info;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Knows how this process was started.
 *
 * @since 0.1.0
 */
public final class StartCommand {

	private StartCommand() {
	}

	/**
	 * The command line of this process.
	 * @param arguments the arguments of its main method
	 * @return the program and its arguments, empty if they are not known
	 */
	public static List<String> of(List<String> arguments) {
		Assert.notNull(arguments, "'arguments' must not be null");
		Info info = ProcessHandle.current().info();
		return of(System.getProperty("jpackage.app-path"), Path.of("/proc/self/cmdline"), info.command().orElse(null),
				info.arguments().map(List::of).orElse(null), arguments);
	}

	static List<String> of(@Nullable String image, Path commandLine, @Nullable String program,
			@Nullable List<String> passed, List<String> arguments) {
		if (StringUtils.hasText(image)) {
			return join(image, arguments);
		}
		if (program == null) {
			return List.of();
		}
		// What the system reports in the regular way is cut at some length, and a class
		// path is long.
		List<String> whole = read(commandLine);
		if (whole.size() > 1) {
			return join(program, whole.subList(1, whole.size()));
		}
		return (passed != null) ? join(program, passed) : launcher(program, arguments);
	}

	private static List<String> read(Path commandLine) {
		try {
			String text = Files.readString(commandLine,
					Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
			List<String> words = new ArrayList<>(List.of(text.split("\0", -1)));
			// Each word ends with the separator.
			words.remove(words.size() - 1);
			return words;
		}
		catch (IOException | IllegalArgumentException ex) {
			return List.of();
		}
	}

	private static List<String> launcher(String program, List<String> arguments) {
		String main = System.getProperty("sun.java.command", "").split(" ", 2)[0];
		if (main.isEmpty()) {
			return List.of();
		}
		List<String> command = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
		if (main.endsWith(".jar")) {
			command.add("-jar");
		}
		else {
			command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
		}
		command.add(main);
		command.addAll(arguments);
		return join(program, command);
	}

	private static List<String> join(String program, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(program));
		command.addAll(arguments);
		return List.copyOf(command);
	}

}
