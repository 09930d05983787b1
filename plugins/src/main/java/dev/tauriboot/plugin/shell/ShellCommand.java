package dev.tauriboot.plugin.shell;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A program to run and how. Made by {@link Shell#command}; runs as often as it is told
 * to. Arguments are passed as they are: no command interpreter sees them.
 *
 * @since 0.1.0
 */
public final class ShellCommand {

	private final Shell shell;

	private final String program;

	private final List<String> arguments = new ArrayList<>();

	private final Map<String, String> environment = new HashMap<>();

	private @Nullable File directory;

	private boolean cleared;

	private boolean lines = true;

	ShellCommand(Shell shell, String program) {
		this.shell = shell;
		this.program = program;
	}

	/**
	 * Pass arguments, after those that were given before.
	 * @param arguments the arguments
	 * @return this command
	 */
	public ShellCommand arguments(String... arguments) {
		return arguments(List.of(arguments));
	}

	/**
	 * Pass arguments, after those that were given before.
	 * @param arguments the arguments
	 * @return this command
	 */
	public ShellCommand arguments(List<String> arguments) {
		Assert.noNullElements(arguments, "'arguments' must not have null");
		this.arguments.addAll(arguments);
		return this;
	}

	/**
	 * Run it in a directory. The default is that of the application.
	 * @param directory the directory
	 * @return this command
	 */
	public ShellCommand directory(String directory) {
		Assert.notNull(directory, "'directory' must not be null");
		this.directory = new File(directory);
		return this;
	}

	/**
	 * Set a variable of its environment, which is otherwise that of the application.
	 * @param name the variable
	 * @param value its value
	 * @return this command
	 */
	public ShellCommand environment(String name, String value) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(value, "'value' must not be null");
		this.environment.put(name, value);
		return this;
	}

	/**
	 * Pass nothing of the application's environment.
	 * @return this command
	 */
	public ShellCommand clearEnvironment() {
		this.cleared = true;
		return this;
	}

	/**
	 * Tell what it writes as it comes. The default is line by line.
	 * @return this command
	 */
	public ShellCommand raw() {
		this.lines = false;
		return this;
	}

	/**
	 * Run it to its end, with nothing to read.
	 * @return completes with what it wrote, or fails with an {@link IOException} if that
	 * is more than {@link Shell#maxOutput}; cancel it to end the program
	 * @throws IOException if it cannot be started
	 */
	public CompletableFuture<ShellOutput> execute() throws IOException {
		return new Execution(this.shell).of(build());
	}

	/**
	 * Run it and go on.
	 * @param listener is told what happens, one event after the other, on threads of the
	 * program; while it blocks, the program does when it writes. If it throws, the
	 * program is ended
	 * @return the program
	 * @throws IOException if it cannot be started
	 */
	public ShellChild spawn(Consumer<ShellEvent> listener) throws IOException {
		Assert.notNull(listener, "'listener' must not be null");
		ShellChild child = this.shell.start(build());
		this.shell.watch(child, this.lines, listener);
		return child;
	}

	private ProcessBuilder build() throws IOException {
		List<String> command = new ArrayList<>(List.of(this.program));
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory);
		if (this.cleared) {
			builder.environment().clear();
		}
		try {
			builder.environment().putAll(this.environment);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("Invalid argument", ex);
		}
		return builder;
	}

}
