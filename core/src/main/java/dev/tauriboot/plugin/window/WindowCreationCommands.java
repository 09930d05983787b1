package dev.tauriboot.plugin.window;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugins {@code window} and {@code webview} that create windows and find
 * them: sections 10.8 to 10.10 of the wire contract.
 *
 * @since 0.1.0
 */
public class WindowCreationCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowCreationCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|get_all_windows")
	List<String> getAllWindows() {
		List<String> labels = new ArrayList<>();
		for (Window window : this.windows.runtime().windows()) {
			labels.add(window.label().value());
		}
		return labels;
	}

	@TauriCommand("plugin:window|create")
	void create(JsonNode options) {
		create(CreateOptions.read(options, "create", false));
	}

	@TauriCommand("plugin:webview|create_webview_window")
	void createWebviewWindow(JsonNode options) {
		create(CreateOptions.read(options, "create_webview_window", true));
	}

	// One after the other, so that none passes the limit beside another.
	private synchronized void create(WindowOptions options) {
		this.windows.checkRoomForWindow();
		Label parent = options.traits().parent();
		if (parent != null && this.windows.runtime().find(parent) == null) {
			throw new InvokeException("window not found");
		}
		try {
			this.windows.runtime().create(options);
		}
		catch (IllegalStateException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
