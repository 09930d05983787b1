package dev.tauriboot.plugin.window;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.image.Image;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} that take images: section 10.9 of the wire
 * contract.
 *
 * @since 0.1.0
 */
public class WindowIconCommands {

	private final WindowLookup windows;

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 * @param resources has the images that pages hold
	 */
	public WindowIconCommands(WindowLookup windows, ResourceTable resources) {
		Assert.notNull(windows, "'windows' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.windows = windows;
		this.resources = resources;
	}

	@TauriCommand("plugin:window|set_icon")
	void setIcon(@Nullable String label, JsImage value, Window caller, Page page) {
		this.windows.find(label, caller).setIcon(icon(value, page));
	}

	@TauriCommand("plugin:window|set_overlay_icon")
	void setOverlayIcon(@Nullable String label, @Nullable JsImage value, Window caller, Page page) {
		this.windows.find(label, caller).show(new WindowHint.OverlayIcon((value != null) ? icon(value, page) : null));
	}

	private WindowIcon icon(JsImage value, Page page) {
		Image image = value.toImage((rid) -> this.resources.get(page, rid, Image.class));
		return new WindowIcon(image.rgba(), image.width(), image.height());
	}

}
