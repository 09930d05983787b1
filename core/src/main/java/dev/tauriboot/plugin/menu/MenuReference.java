package dev.tauriboot.plugin.menu;

import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A menu of a page's own as the page passes it to commands: its number and kind. To be
 * declared as a parameter of a command, or as part of one.
 *
 * @since 0.1.0
 */
@JsonDeserialize(using = MenuReference.Deserializer.class)
public final class MenuReference {

	private final ItemArgument.Reference reference;

	private MenuReference(ItemArgument.Reference reference) {
		this.reference = reference;
	}

	/**
	 * Find the menu.
	 * @param resources what pages hold
	 * @param page the page that passes it
	 * @return the menu
	 * @throws dev.tauriboot.ipc.InvokeException if it is none
	 */
	public MenuParent find(ResourceTable resources, Page page) {
		ItemKind kind = this.reference.kind();
		if (kind != ItemKind.MENU && kind != ItemKind.SUBMENU) {
			throw MenuItemCommands.unexpectedKind();
		}
		return (MenuParent) resources.get(page, this.reference.rid(), kind.type());
	}

	/**
	 * Reads what is passed.
	 */
	static final class Deserializer extends StdDeserializer<MenuReference> {

		Deserializer() {
			super(MenuReference.class);
		}

		@Override
		public MenuReference deserialize(JsonParser parser, DeserializationContext context) {
			return new MenuReference(context.readValue(parser, ItemArgument.Reference.class));
		}

	}

}
