package dev.tauriboot.plugin.menu;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tauriboot.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How a menu or an item is to be, as pages describe it.
 *
 * @param id the id
 * @param text the text
 * @param enabled whether it can be chosen
 * @param checked whether it is on
 * @param accelerator the keys, ignored if they are none
 * @param item what a predefined item does
 * @param icon the icon
 * @param items the items
 * @param handler is sent the id when the item is chosen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ItemOptions(@Nullable String id, @Nullable String text, @Nullable Boolean enabled, @Nullable Boolean checked,
		@Nullable String accelerator, @Nullable PredefinedArgument item, @Nullable IconArgument icon,
		@Nullable List<ItemArgument> items, @Nullable Channel<String> handler) {

	static final ItemOptions NONE = new ItemOptions(null, null, null, null, null, null, null, null, null);

	ItemKind kind() {
		if (this.item != null) {
			return ItemKind.PREDEFINED;
		}
		if (this.items != null) {
			return ItemKind.SUBMENU;
		}
		if (this.checked != null) {
			return ItemKind.CHECK;
		}
		return (this.icon != null) ? ItemKind.ICON : ItemKind.ITEM;
	}

}
