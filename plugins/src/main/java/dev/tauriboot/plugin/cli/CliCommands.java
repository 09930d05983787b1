package dev.tauriboot.plugin.cli;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code cli}: section 3.11 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class CliCommands {

	private final Cli cli;

	/**
	 * Create the commands.
	 * @param cli the arguments
	 */
	public CliCommands(Cli cli) {
		Assert.notNull(cli, "'cli' must not be null");
		this.cli = cli;
	}

	@TauriCommand("plugin:cli|cli_matches")
	CliMatches cliMatches() {
		try {
			return this.cli.matches();
		}
		catch (CliException ex) {
			throw new InvokeException("failed to parse arguments: " + ex.getMessage(), ex);
		}
	}

}
