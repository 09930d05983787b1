package dev.tauriboot.plugin.webview;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.Label;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.window.CreateOptions;
import dev.tauriboot.plugin.window.WindowLookup;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code webview} that add webviews to windows, find, move and
 * close them: sections 10.8 and 10.10 of the wire contract.
 *
 * @since 0.1.0
 */
public class WebviewCreationCommands {

	private final WindowLookup lookup;

	/**
	 * Create the commands.
	 * @param lookup finds the webviews
	 */
	public WebviewCreationCommands(WindowLookup lookup) {
		Assert.notNull(lookup, "'lookup' must not be null");
		this.lookup = lookup;
	}

	@TauriCommand("plugin:webview|get_all_webviews")
	List<Found> getAllWebviews() {
		List<Found> all = new ArrayList<>();
		for (Webview webview : this.lookup.runtime().webviews()) {
			all.add(Found.of(webview.window().label().value(), webview.label().value()));
		}
		return all;
	}

	// Clients before 2.1 send the label beside the options.
	@TauriCommand("plugin:webview|create_webview")
	synchronized void createWebview(String windowLabel, @Nullable String label, JsonNode options) {
		WebviewOptions created = CreateOptions.readWebview(options, "create_webview", label);
		Window window = window(windowLabel);
		if (window == null) {
			throw new InvokeException("window not found");
		}
		this.lookup.checkRoomForWebview();
		try {
			window.addWebview(created);
		}
		catch (IllegalStateException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private @Nullable Window window(String label) {
		return Label.isValid(label) ? this.lookup.runtime().find(Label.of(label)) : null;
	}

	// To a window that is not there nothing is moved.
	@TauriCommand("plugin:webview|reparent")
	void reparent(@Nullable String label, String window, Webview caller) {
		Webview webview = this.lookup.find(label, caller);
		Window target = window(window);
		if (target == null) {
			return;
		}
		try {
			webview.reparent(target);
		}
		catch (IllegalStateException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@TauriCommand("plugin:webview|webview_close")
	void webviewClose(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).close();
	}

	// What clients before 2.4 call it.
	@TauriCommand("plugin:webview|close")
	void close(@Nullable String label, Webview caller) {
		webviewClose(label, caller);
	}

	/**
	 * A webview as pages are told of it.
	 *
	 * @param windowLabel the label of its window
	 * @param window the same by the name that it has in Tauri
	 * @param label its label
	 */
	record Found(@JsonProperty("windowLabel") String windowLabel, @JsonProperty("window_label") String window,
			String label) {

		static Found of(String window, String label) {
			return new Found(window, window, label);
		}

	}

}
