package dev.tauriboot.plugin.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.tauriboot.Label;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.plugin.window.PositionArgument;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code menu} that make menus, change what is in them, and show
 * them: section 10.6 of the wire contract.
 *
 * @since 0.1.0
 * @see MenuItemCommands
 */
public class MenuCommands {

	private final Menus menus;

	private final DesktopRuntime runtime;

	private final ResourceTable resources;

	private final PackageInfo info;

	private final Platform platform;

	private final MenuFactory factory;

	/**
	 * Create the commands.
	 * @param menus shows menus
	 * @param runtime the windows
	 * @param resources what pages hold
	 * @param info what the application is called
	 * @param platform the platform
	 */
	public MenuCommands(Menus menus, DesktopRuntime runtime, ResourceTable resources, PackageInfo info,
			Platform platform) {
		Assert.notNull(menus, "'menus' must not be null");
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		Assert.notNull(info, "'info' must not be null");
		Assert.notNull(platform, "'platform' must not be null");
		this.menus = menus;
		this.runtime = runtime;
		this.resources = resources;
		this.info = info;
		this.platform = platform;
		this.factory = new MenuFactory(resources);
	}

	@TauriCommand("plugin:menu|new")
	List<Object> create(ItemKind kind, @Nullable ItemOptions options, Channel<String> handler, Page page) {
		MenuNode node = this.factory.create(page, kind, (options != null) ? options : ItemOptions.NONE, handler);
		return List.of(this.resources.add(page, node), node.id());
	}

	@TauriCommand("plugin:menu|create_default")
	List<Object> createDefault(Page page) {
		Menu menu = DefaultMenu.create(this.platform, this.info);
		return List.of(this.resources.add(page, menu), menu.id());
	}

	@TauriCommand("plugin:menu|append")
	void append(long rid, ItemKind kind, List<ItemArgument> items, Page page) {
		this.factory.append(parent(page, rid, kind), this.factory.items(page, items));
	}

	@TauriCommand("plugin:menu|prepend")
	void prepend(long rid, ItemKind kind, List<ItemArgument> items, Page page) {
		insert(rid, kind, items, 0, page);
	}

	@TauriCommand("plugin:menu|insert")
	void insert(long rid, ItemKind kind, List<ItemArgument> items, int position, Page page) {
		this.factory.insert(parent(page, rid, kind), this.factory.items(page, items), position);
	}

	@TauriCommand("plugin:menu|remove")
	void remove(long rid, ItemKind kind, ItemArgument.Reference item, Page page) {
		MenuParent parent = parent(page, rid, kind);
		if (!parent.remove(this.factory.find(page, item.rid(), item.kind()))) {
			throw new InvokeException("the item is not in this menu");
		}
	}

	@TauriCommand("plugin:menu|remove_at")
	@Nullable List<Object> removeAt(long rid, ItemKind kind, int position, Page page) {
		return described(page, parent(page, rid, kind).removeAt(position));
	}

	@TauriCommand("plugin:menu|items")
	List<List<Object>> items(long rid, ItemKind kind, Page page) {
		List<List<Object>> described = new ArrayList<>();
		for (MenuNode item : parent(page, rid, kind).items()) {
			described.add(List.of(this.resources.add(page, item), item.id(), ItemKind.of(item)));
		}
		return described;
	}

	@TauriCommand("plugin:menu|get")
	@Nullable List<Object> get(long rid, ItemKind kind, String id, Page page) {
		return described(page, parent(page, rid, kind).get(id));
	}

	private @Nullable List<Object> described(Page page, @Nullable MenuNode item) {
		return (item != null) ? List.of(this.resources.add(page, item), item.id(), ItemKind.of(item)) : null;
	}

	@TauriCommand("plugin:menu|popup")
	void popup(long rid, ItemKind kind, @Nullable String window, @Nullable PositionArgument at, Page page) {
		MenuParent menu = parent(page, rid, kind);
		Window found = window(window, page);
		if (found != null) {
			supported(() -> {
				this.menus.popup(found, menu, (at != null) ? new MenuPosition(at.x(), at.y(), at.physical()) : null);
				return null;
			});
		}
	}

	@TauriCommand("plugin:menu|set_as_app_menu")
	@Nullable List<Object> setAsAppMenu(long rid, Page page) {
		Menu menu = this.resources.get(page, rid, Menu.class);
		return handle(page, supported(() -> this.menus.setAppMenu(menu)));
	}

	@TauriCommand("plugin:menu|set_as_window_menu")
	@Nullable List<Object> setAsWindowMenu(long rid, @Nullable String window, Page page) {
		Menu menu = this.resources.get(page, rid, Menu.class);
		Window found = window(window, page);
		return (found != null) ? handle(page, supported(() -> this.menus.setWindowMenu(found, menu))) : null;
	}

	private @Nullable List<Object> handle(Page page, @Nullable Menu menu) {
		return (menu != null) ? List.of(this.resources.add(page, menu), menu.id()) : null;
	}

	private @Nullable Window window(@Nullable String label, Page page) {
		if (label == null) {
			return page.webview().window();
		}
		return Label.isValid(label) ? this.runtime.find(Label.of(label)) : null;
	}

	private static <T extends @Nullable Object> T supported(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (UnsupportedOperationException ex) {
			throw new InvokeException("runtime error: " + ex.getMessage());
		}
	}

	private MenuParent parent(Page page, long rid, ItemKind kind) {
		if (kind != ItemKind.MENU && kind != ItemKind.SUBMENU) {
			throw MenuItemCommands.unexpectedKind();
		}
		return (MenuParent) this.factory.find(page, rid, kind);
	}

}
