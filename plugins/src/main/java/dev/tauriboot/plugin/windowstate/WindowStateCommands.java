package dev.tauriboot.plugin.windowstate;

import dev.tauriboot.Label;
import dev.tauriboot.command.annotation.TauriCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window-state}: section 3.17 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class WindowStateCommands {

	private final WindowStates states;

	/**
	 * Create the commands.
	 * @param states has the states
	 */
	public WindowStateCommands(WindowStates states) {
		Assert.notNull(states, "'states' must not be null");
		this.states = states;
	}

	@TauriCommand("plugin:window-state|save_window_state")
	void saveWindowState(@Nullable Long flags) {
		if (flags != null) {
			this.states.save(StateFlag.of(flags));
		}
		else {
			this.states.save();
		}
	}

	@TauriCommand("plugin:window-state|restore_state")
	void restoreState(String label, @Nullable Long flags) {
		if (!Label.isValid(label)) {
			throw WindowStates.notFound(label);
		}
		if (flags != null) {
			this.states.restore(Label.of(label), StateFlag.of(flags));
		}
		else {
			this.states.restore(Label.of(label));
		}
	}

	@TauriCommand("plugin:window-state|filename")
	String filename() {
		return this.states.filename();
	}

}
