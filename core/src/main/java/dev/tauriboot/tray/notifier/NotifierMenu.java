package dev.tauriboot.tray.notifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The menu of an icon. An item keeps its number as long as the menu has it. Public for
 * the library.
 *
 * @since 0.1.0
 */
public final class NotifierMenu implements DbusMenu, org.freedesktop.dbus.interfaces.Properties {

	static final String PATH = "/MenuBar";

	private static final String NODE = "(ia{sv}av)";

	private final Consumer<MenuNode> chosen;

	private final Runnable changed;

	private final Map<Integer, MenuNode> nodes = new HashMap<>();

	private final Map<MenuNode, Integer> ids = new HashMap<>();

	private @Nullable MenuParent menu;

	private int lastId;

	private long revision = 1;

	NotifierMenu(Consumer<MenuNode> chosen, Runnable changed) {
		this.chosen = chosen;
		this.changed = changed;
	}

	synchronized void setMenu(@Nullable MenuParent menu) {
		this.ids.keySet().forEach((node) -> node.removeChangeListener(this.changed));
		if (this.menu != null) {
			this.menu.removeChangeListener(this.changed);
		}
		this.menu = menu;
		Map<MenuNode, Integer> before = Map.copyOf(this.ids);
		this.ids.clear();
		this.nodes.clear();
		if (menu != null) {
			menu.addChangeListener(this.changed);
			number(menu, before);
		}
		this.revision++;
	}

	private void number(MenuParent parent, Map<MenuNode, Integer> before) {
		for (MenuNode node : parent.items()) {
			Integer id = before.get(node);
			if (this.ids.putIfAbsent(node, (id != null) ? id : ++this.lastId) == null) {
				this.nodes.put(this.ids.get(node), node);
				node.addChangeListener(this.changed);
			}
			if (node instanceof MenuParent submenu) {
				number(submenu, before);
			}
		}
	}

	synchronized UInt32 revision() {
		return new UInt32(this.revision);
	}

	@Override
	public synchronized Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> names) {
		MenuNode node = (parent != 0) ? this.nodes.get(parent) : this.menu;
		return new Layout<>(revision(), node(parent, node, depth));
	}

	private Node node(int id, @Nullable MenuNode node, int depth) {
		List<Variant<?>> children = new ArrayList<>();
		if (depth != 0 && node instanceof MenuParent parent) {
			for (MenuNode child : parent.items()) {
				Integer number = this.ids.get(child);
				// an item that was just added is in the next revision
				if (number != null) {
					children.add(new Variant<>(node(number, child, depth - 1), NODE));
				}
			}
		}
		return new Node(id, properties(node), children);
	}

	private Map<String, Variant<?>> properties(@Nullable MenuNode node) {
		Map<String, Variant<?>> properties = new LinkedHashMap<>();
		if (node instanceof MenuParent) {
			properties.put("children-display", new Variant<>("submenu"));
		}
		if (node == null || node == this.menu) {
			return properties;
		}
		if (node instanceof PredefinedMenuItem item && item.type() == Type.SEPARATOR) {
			properties.put("type", new Variant<>("separator"));
			return properties;
		}
		properties.put("label", new Variant<>(label(node.text())));
		properties.put("enabled", new Variant<>(node.isEnabled()));
		properties.put("visible", new Variant<>(true));
		if (node instanceof CheckMenuItem check) {
			properties.put("toggle-type", new Variant<>("checkmark"));
			properties.put("toggle-state", new Variant<>(check.isChecked() ? 1 : 0));
		}
		return properties;
	}

	// The protocol marks a key by an underscore.
	private static String label(String text) {
		return text.replace("_", "__").replace("&&", "\0").replace("&", "_").replace('\0', '&');
	}

	@Override
	public synchronized List<Properties> GetGroupProperties(List<Integer> ids, List<String> names) {
		List<Properties> found = new ArrayList<>();
		for (Integer id : ids.isEmpty() ? new ArrayList<>(this.nodes.keySet()) : ids) {
			found.add(new Properties(id, properties(this.nodes.get(id))));
		}
		return found;
	}

	@Override
	public synchronized Variant<?> GetProperty(int id, String name) {
		Variant<?> value = properties(this.nodes.get(id)).get(name);
		return (value != null) ? value : new Variant<>("");
	}

	@Override
	public void Event(int id, String event, Variant<?> data, UInt32 timestamp) {
		MenuNode node;
		synchronized (this) {
			node = this.nodes.get(id);
		}
		if (node != null && "clicked".equals(event) && !(node instanceof MenuParent)) {
			this.chosen.accept(node);
		}
	}

	@Override
	public boolean AboutToShow(int id) {
		return false;
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <A> A Get(String type, String name) {
		Variant<?> value = GetAll(type).get(name);
		return (A) ((value != null) ? value : new Variant<>(""));
	}

	@Override
	public <A> void Set(String type, String name, A value) {
	}

	@Override
	public Map<String, Variant<?>> GetAll(String type) {
		return Map.of("Version", new Variant<>(new UInt32(3)), "Status", new Variant<>("normal"), "TextDirection",
				new Variant<>("ltr"), "IconThemePath", new Variant<>(List.of(), "as"));
	}

	@Override
	public String getObjectPath() {
		return PATH;
	}

}
