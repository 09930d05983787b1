package dev.tauriboot.tray.notifier;

import java.util.List;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/**
 * A tooltip as trays want it.
 *
 * @since 0.1.0
 */
public final class TrayTooltip extends Struct {

	/** The name of an image. */
	@Position(0)
	public final String iconName;

	/** Images. */
	@Position(1)
	public final List<TrayPixmap> icon;

	/** The text. */
	@Position(2)
	public final String title;

	/** More text. */
	@Position(3)
	public final String text;

	/**
	 * Create a tooltip.
	 * @param iconName the name of an image
	 * @param icon images
	 * @param title the text
	 * @param text more text
	 */
	public TrayTooltip(String iconName, List<TrayPixmap> icon, String title, String text) {
		this.iconName = iconName;
		this.icon = icon;
		this.title = title;
		this.text = text;
	}

}
