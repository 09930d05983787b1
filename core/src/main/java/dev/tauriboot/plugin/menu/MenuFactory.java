package dev.tauriboot.plugin.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.image.Image;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.IconMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuIcon;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * Makes menus and items of what pages describe.
 */
final class MenuFactory {

	private static final MenuIcon DEFAULT_ICON = new MenuIcon.Native("User");

	private final ResourceTable resources;

	MenuFactory(ResourceTable resources) {
		this.resources = resources;
	}

	MenuNode create(Page page, ItemKind kind, ItemOptions options, @Nullable Channel<String> handler) {
		String text = (options.text() != null) ? options.text() : "";
		MenuNode created = switch (kind) {
			case MENU -> fill(page, new Menu(options.id()), options);
			case SUBMENU -> {
				Submenu submenu = new Submenu(options.id(), text);
				submenu.setIcon(icon(page, options.icon()));
				yield fill(page, submenu, options);
			}
			case PREDEFINED -> predefined(page, options);
			case CHECK -> new CheckMenuItem(options.id(), text, Boolean.TRUE.equals(options.checked()));
			case ICON -> new IconMenuItem(options.id(), text, icon(page, options.icon(), DEFAULT_ICON));
			case ITEM -> new MenuItem(options.id(), text);
		};
		created.setEnabled(!Boolean.FALSE.equals(options.enabled()));
		if (created instanceof MenuItem item) {
			item.setAccelerator(Accelerator.parseIfValid(options.accelerator()));
			if (handler != null) {
				// a channel lives as long as its item, not only as the call that brought
				// it
				item.onChosen(handler.keepOpen()::send);
			}
		}
		return created;
	}

	private MenuParent fill(Page page, MenuParent parent, ItemOptions options) {
		if (options.items() != null) {
			append(parent, items(page, options.items()));
		}
		return parent;
	}

	List<MenuNode> items(Page page, List<ItemArgument> arguments) {
		List<MenuNode> items = new ArrayList<>(arguments.size());
		for (ItemArgument argument : arguments) {
			ItemArgument.Reference reference = argument.reference();
			if (reference != null) {
				items.add(find(page, reference.rid(), reference.kind()));
			}
			else {
				ItemOptions options = Objects.requireNonNull(argument.options());
				items.add(create(page, options.kind(), options, options.handler()));
			}
		}
		return items;
	}

	MenuNode find(Page page, long rid, ItemKind kind) {
		return this.resources.get(page, rid, kind.type());
	}

	void append(MenuParent parent, List<MenuNode> items) {
		change(() -> parent.append(items.toArray(MenuNode[]::new)));
	}

	void insert(MenuParent parent, List<MenuNode> items, int position) {
		change(() -> parent.insert(items, position));
	}

	private static void change(Runnable change) {
		try {
			change.run();
		}
		catch (IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	private MenuNode predefined(Page page, ItemOptions options) {
		PredefinedArgument item = options.item();
		if (item == null) {
			throw new InvokeException("invalid args `options` for command `new`: missing field `item`");
		}
		return new PredefinedMenuItem(item.type(), options.id(), options.text(),
				(item.about() != null) ? item.about().toMetadata((rid) -> image(page, rid)) : null);
	}

	private MenuIcon icon(Page page, @Nullable IconArgument icon, MenuIcon fallback) {
		MenuIcon given = icon(page, icon);
		return (given != null) ? given : fallback;
	}

	@Nullable MenuIcon icon(Page page, @Nullable IconArgument icon) {
		return (icon != null) ? icon.toIcon((rid) -> image(page, rid)) : null;
	}

	private Image image(Page page, long rid) {
		return this.resources.get(page, rid, Image.class);
	}

}
