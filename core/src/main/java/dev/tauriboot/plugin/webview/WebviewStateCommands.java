package dev.tauriboot.plugin.webview;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.window.WindowLookup;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.UnsupportedWindowOperationException;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code webview} about how a webview looks and what it keeps:
 * section 10.8 of the wire contract. What the runtime cannot do is rejected.
 *
 * @since 0.1.0
 */
public class WebviewStateCommands {

	private final WindowLookup lookup;

	/**
	 * Create the commands.
	 * @param lookup finds the webviews
	 */
	public WebviewStateCommands(WindowLookup lookup) {
		Assert.notNull(lookup, "'lookup' must not be null");
		this.lookup = lookup;
	}

	@TauriCommand("plugin:webview|webview_show")
	void show(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).show();
	}

	@TauriCommand("plugin:webview|webview_hide")
	void hide(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).hide();
	}

	@TauriCommand("plugin:webview|set_webview_focus")
	void setFocus(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).focus();
	}

	@TauriCommand("plugin:webview|set_webview_zoom")
	void setZoom(@Nullable String label, double value, Webview caller) {
		if (!(value > 0)) {
			throw new InvokeException("a zoom must be above 0");
		}
		this.lookup.find(label, caller).setZoom(value);
	}

	// Clients before 2.12 send the colour as `color`.
	@TauriCommand("plugin:webview|set_webview_background_color")
	void setBackgroundColor(@Nullable String label, @Nullable Color value, @Nullable Color color, Webview caller) {
		this.lookup.find(label, caller).setBackgroundColor((value != null) ? value : color);
	}

	@TauriCommand("plugin:webview|clear_all_browsing_data")
	void clearAllBrowsingData(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).clearAllBrowsingData();
	}

	@TauriCommand("plugin:webview|print")
	void print(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller).print();
	}

	/**
	 * No runtime has tools of its engine's to show.
	 */
	@TauriCommand("plugin:webview|internal_toggle_devtools")
	void internalToggleDevtools(@Nullable String label, Webview caller) {
		this.lookup.find(label, caller);
		throw UnsupportedWindowOperationException.ofWebview("internal_toggle_devtools", "this runtime");
	}

}
