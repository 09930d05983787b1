package dev.tauriboot.plugin.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.app.ExitHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Starts the command line of this process again when this process has nothing left to do
 * but end: what it has locked is free by then. The new process gets the same arguments,
 * working directory, environment and streams.
 *
 * @since 0.1.0
 */
public class ProcessRestarter implements Restarter {

	private static final Log logger = LogFactory.getLog(ProcessRestarter.class);

	private final ExitHandler exit;

	private final List<String> command;

	private final AtomicBoolean restarting = new AtomicBoolean();

	/**
	 * Create a restarter.
	 * @param exit ends this process
	 * @param command the program and its arguments, empty if they are not known
	 * @see StartCommand
	 */
	public ProcessRestarter(ExitHandler exit, List<String> command) {
		Assert.notNull(exit, "'exit' must not be null");
		Assert.notNull(command, "'command' must not be null");
		this.exit = exit;
		this.command = List.copyOf(command);
	}

	@Override
	public void restart() {
		Assert.state(!this.command.isEmpty(), "cannot restart: the command line of this process is not known");
		if (this.restarting.compareAndSet(false, true)) {
			// Throws if the end has begun.
			Runtime.getRuntime().addShutdownHook(new Thread(this::start, "tauri-restart"));
			this.exit.exit(0);
		}
	}

	private void start() {
		try {
			new ProcessBuilder(this.command).inheritIO().start();
		}
		catch (IOException ex) {
			logger.error("Cannot start the application again", ex);
		}
	}

}
