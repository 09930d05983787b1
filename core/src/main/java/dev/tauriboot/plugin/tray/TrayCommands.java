package dev.tauriboot.plugin.tray;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.image.Image;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.menu.MenuReference;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.tray.TrayIcon;
import dev.tauriboot.tray.TrayIcon.State;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code tray}: section 10.7 of the wire contract.
 *
 * @since 0.1.0
 */
public class TrayCommands {

	private final Trays trays;

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param trays shows icons
	 * @param resources what pages hold
	 */
	public TrayCommands(Trays trays, ResourceTable resources) {
		Assert.notNull(trays, "'trays' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.trays = trays;
		this.resources = resources;
	}

	@TauriCommand("plugin:tray|new")
	List<Object> create(TrayOptions options, Channel<TrayFrame> handler, Page page) {
		TrayIcon icon = new TrayIcon(options.id());
		icon.setState(new State(image(options.icon(), page),
				(options.menu() != null) ? options.menu().find(this.resources, page) : null, options.tooltip(),
				options.title(), true, options.leftOpensMenu()));
		this.trays.add(icon);
		Channel<TrayFrame> events = handler.keepOpen();
		icon.onEvent((event) -> events.send(TrayFrame.of(icon.id(), event)));
		return List.of(this.resources.add(page, new TrayResource(icon, () -> this.trays.remove(icon))), icon.id());
	}

	@TauriCommand("plugin:tray|get_by_id")
	@Nullable Long getById(String id, Page page) {
		TrayIcon icon = this.trays.get(id);
		return (icon != null) ? this.resources.add(page, new TrayResource(icon, () -> {
		})) : null;
	}

	@TauriCommand("plugin:tray|remove_by_id")
	void removeById(String id) {
		TrayIcon icon = this.trays.get(id);
		if (icon == null || !this.trays.remove(icon)) {
			throw new InvokeException("Can't find a tray associated with this id: " + id);
		}
	}

	@TauriCommand("plugin:tray|set_icon")
	void setIcon(long rid, @Nullable JsImage icon, Page page) {
		Image image = image(icon, page);
		change(page, rid, (state) -> state.withImage(image));
	}

	@TauriCommand("plugin:tray|set_menu")
	void setMenu(long rid, @Nullable MenuReference menu, Page page) {
		change(page, rid, (state) -> state.withMenu((menu != null) ? menu.find(this.resources, page) : null));
	}

	@TauriCommand("plugin:tray|set_tooltip")
	void setTooltip(long rid, @Nullable String tooltip, Page page) {
		change(page, rid, (state) -> state.withTooltip(tooltip));
	}

	@TauriCommand("plugin:tray|set_title")
	void setTitle(long rid, @Nullable String title, Page page) {
		change(page, rid, (state) -> state.withTitle(title));
	}

	@TauriCommand("plugin:tray|set_visible")
	void setVisible(long rid, boolean visible, Page page) {
		change(page, rid, (state) -> state.withVisible(visible));
	}

	/**
	 * No file is written for an icon, so that none needs a place.
	 */
	@TauriCommand("plugin:tray|set_temp_dir_path")
	void setTempDirPath(long rid, @Nullable String path, Page page) {
		icon(page, rid);
	}

	/**
	 * Only macOS draws icons in its own colours, and AWT does not ask it to.
	 */
	@TauriCommand("plugin:tray|set_icon_as_template")
	void setIconAsTemplate(long rid, boolean asTemplate, Page page) {
		icon(page, rid);
	}

	@TauriCommand("plugin:tray|set_icon_with_as_template")
	void setIconWithAsTemplate(long rid, @Nullable JsImage icon, boolean asTemplate, Page page) {
		setIcon(rid, icon, page);
	}

	@TauriCommand("plugin:tray|set_show_menu_on_left_click")
	void setShowMenuOnLeftClick(long rid, boolean onLeft, Page page) {
		change(page, rid, (state) -> state.withMenuOnLeftClick(onLeft));
	}

	private void change(Page page, long rid, UnaryOperator<State> change) {
		TrayIcon icon = icon(page, rid);
		synchronized (icon) {
			icon.setState(change.apply(icon.state()));
		}
	}

	private TrayIcon icon(Page page, long rid) {
		return this.resources.get(page, rid, TrayResource.class).icon();
	}

	private @Nullable Image image(@Nullable JsImage icon, Page page) {
		return (icon != null) ? icon.toImage((rid) -> this.resources.get(page, rid, Image.class)) : null;
	}

}
