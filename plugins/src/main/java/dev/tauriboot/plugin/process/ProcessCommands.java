package dev.tauriboot.plugin.process;

import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code process}: section 3.7 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class ProcessCommands {

	private final ExitHandler exit;

	private final Restarter restarter;

	/**
	 * Create the commands.
	 * @param exit ends the application
	 * @param restarter starts it again
	 */
	public ProcessCommands(ExitHandler exit, Restarter restarter) {
		Assert.notNull(exit, "'exit' must not be null");
		Assert.notNull(restarter, "'restarter' must not be null");
		this.exit = exit;
		this.restarter = restarter;
	}

	@TauriCommand("plugin:process|exit")
	void exit(int code) {
		this.exit.exit(code);
	}

	@TauriCommand("plugin:process|restart")
	void restart() {
		try {
			this.restarter.restart();
		}
		catch (IllegalStateException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
