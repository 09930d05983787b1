package dev.tauriboot.plugin.webview;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.window.PositionArgument;
import dev.tauriboot.plugin.window.SizeArgument;
import dev.tauriboot.plugin.window.WindowLookup;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code webview} about where a webview is in its window and how
 * large: section 10.8 of the wire contract.
 *
 * @since 0.1.0
 */
public class WebviewBoundsCommands {

	private final WindowLookup lookup;

	/**
	 * Create the commands.
	 * @param lookup finds the webviews
	 */
	public WebviewBoundsCommands(WindowLookup lookup) {
		Assert.notNull(lookup, "'lookup' must not be null");
		this.lookup = lookup;
	}

	@TauriCommand("plugin:webview|webview_position")
	PhysicalPosition position(@Nullable String label, Webview caller) {
		return this.lookup.find(label, caller).position();
	}

	@TauriCommand("plugin:webview|webview_size")
	PhysicalSize size(@Nullable String label, Webview caller) {
		return this.lookup.find(label, caller).size();
	}

	@TauriCommand("plugin:webview|set_webview_position")
	void setPosition(@Nullable String label, PositionArgument value, Webview caller) {
		Webview webview = this.lookup.find(label, caller);
		double scale = value.scale(webview.window());
		webview.setPosition(value.x() / scale, value.y() / scale);
	}

	@TauriCommand("plugin:webview|set_webview_size")
	void setSize(@Nullable String label, SizeArgument value, Webview caller) {
		Webview webview = this.lookup.find(label, caller);
		if (value.width() < 0 || value.height() < 0) {
			throw new InvokeException("a webview must not have a negative width or height");
		}
		double scale = value.scale(webview.window());
		webview.setSize(value.width() / scale, value.height() / scale);
	}

	@TauriCommand("plugin:webview|set_webview_auto_resize")
	void setAutoResize(@Nullable String label, boolean value, Webview caller) {
		this.lookup.find(label, caller).setAutoResize(value);
	}

}
