package dev.tauriboot.tray.notifier;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.tray.TrayEvent;
import dev.tauriboot.tray.TrayEvent.Button;
import dev.tauriboot.tray.TrayIcon;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * An icon as a tray sees it. Public for the library.
 *
 * @since 0.1.0
 */
public final class NotifierIcon implements StatusNotifierItem, Properties {

	static final String PATH = "/StatusNotifierItem";

	private final TrayIcon icon;

	private final String name;

	NotifierIcon(TrayIcon icon, String name) {
		this.icon = icon;
		this.name = name;
	}

	static String status(TrayIcon.State state) {
		return state.visible() ? "Active" : "Passive";
	}

	@Override
	public void Activate(int x, int y) {
		this.icon.fire(TrayEvent.click(Button.LEFT, x, y));
	}

	@Override
	public void SecondaryActivate(int x, int y) {
		this.icon.fire(TrayEvent.click(Button.MIDDLE, x, y));
	}

	@Override
	public void ContextMenu(int x, int y) {
		this.icon.fire(TrayEvent.click(Button.RIGHT, x, y));
	}

	@Override
	public void Scroll(int delta, String orientation) {
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <A> A Get(String type, String property) {
		Variant<?> value = GetAll(type).get(property);
		return (A) ((value != null) ? value : new Variant<>(""));
	}

	@Override
	public <A> void Set(String type, String property, A value) {
	}

	@Override
	public Map<String, Variant<?>> GetAll(String type) {
		TrayIcon.State state = this.icon.state();
		Map<String, Variant<?>> all = new LinkedHashMap<>();
		all.put("Category", new Variant<>("ApplicationStatus"));
		all.put("Id", new Variant<>(this.name + "-" + this.icon.id()));
		all.put("Title", new Variant<>((state.title() != null) ? state.title() : this.name));
		all.put("Status", new Variant<>(status(state)));
		all.put("WindowId", new Variant<>(0));
		all.put("IconName", new Variant<>(""));
		all.put("IconPixmap", new Variant<>(TrayPixmap.of(state.image()), "a(iiay)"));
		all.put("ToolTip",
				new Variant<>(new TrayTooltip("", TrayPixmap.of(null), text(state.tooltip()), ""), "(sa(iiay)ss)"));
		all.put("ItemIsMenu", new Variant<>(state.menu() != null && state.menuOnLeftClick()));
		all.put("Menu", new Variant<>(new DBusPath((state.menu() != null) ? NotifierMenu.PATH : "/NO_DBUSMENU")));
		return all;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@Override
	public String getObjectPath() {
		return PATH;
	}

}
