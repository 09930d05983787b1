package dev.tauriboot.plugin.tray;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.plugin.menu.MenuReference;
import org.jspecify.annotations.Nullable;

/**
 * How an icon is to be, as pages describe it.
 *
 * @param id the id
 * @param menu the menu
 * @param icon the image
 * @param tooltip the text that explains it
 * @param title the text beside it
 * @param menuOnLeftClick whether the left button opens the menu, as clients before 2.2
 * say
 * @param showMenuOnLeftClick the same as later ones say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrayOptions(@Nullable String id, @Nullable MenuReference menu, @Nullable JsImage icon, @Nullable String tooltip,
		@Nullable String title, @Nullable Boolean menuOnLeftClick, @Nullable Boolean showMenuOnLeftClick) {

	boolean leftOpensMenu() {
		Boolean given = (this.showMenuOnLeftClick != null) ? this.showMenuOnLeftClick : this.menuOnLeftClick;
		return !Boolean.FALSE.equals(given);
	}

}
