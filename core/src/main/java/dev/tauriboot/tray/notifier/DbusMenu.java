package dev.tauriboot.tray.notifier;

import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * A menu that a tray shows in its own way. Names are the protocol's.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("com.canonical.dbusmenu")
@SuppressWarnings("checkstyle:MethodName")
public interface DbusMenu extends DBusInterface {

	/**
	 * What is in the menu.
	 * @param parent the id of an item, 0 for the menu
	 * @param depth how many levels, -1 for all
	 * @param names the properties asked for, none for all
	 * @return revision and item
	 */
	Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> names);

	/**
	 * What items are like.
	 * @param ids the items
	 * @param names the properties asked for, none for all
	 * @return the items' properties
	 */
	List<Properties> GetGroupProperties(List<Integer> ids, List<String> names);

	/**
	 * What an item is like.
	 * @param id the item
	 * @param name the property
	 * @return its value
	 */
	Variant<?> GetProperty(int id, String name);

	/**
	 * The user has done something with an item.
	 * @param id the item
	 * @param event what, {@code clicked} for chosen
	 * @param data more of it
	 * @param timestamp when
	 */
	void Event(int id, String event, Variant<?> data, UInt32 timestamp);

	/**
	 * A menu is about to open.
	 * @param id the item
	 * @return whether the tray has to ask for what is in it
	 */
	boolean AboutToShow(int id);

	/**
	 * What is in the menu has changed.
	 */
	class LayoutUpdated extends DBusSignal {

		/**
		 * Create the signal.
		 * @param path the menu's path
		 * @param revision the new revision
		 * @param parent the item whose items have changed, 0 for all
		 * @throws DBusException if the path is none
		 */
		public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
			super(path, revision, parent);
		}

	}

	/**
	 * Two results.
	 *
	 * @param <A> the type of the revision
	 * @param <B> the type of the item
	 */
	final class Layout<A, B> extends Tuple {

		/** The revision. */
		@Position(0)
		public final A revision;

		/** The item. */
		@Position(1)
		public final B node;

		/**
		 * Create the results.
		 * @param revision the revision
		 * @param node the item
		 */
		public Layout(A revision, B node) {
			this.revision = revision;
			this.node = node;
		}

	}

	/**
	 * An item with the items in it.
	 */
	final class Node extends Struct {

		/** The id. */
		@Position(0)
		public final int id;

		/** What it is like. */
		@Position(1)
		public final Map<String, Variant<?>> properties;

		/** The items in it, each a {@link Node}. */
		@Position(2)
		public final List<Variant<?>> children;

		/**
		 * Create an item.
		 * @param id the id
		 * @param properties what it is like
		 * @param children the items in it
		 */
		public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
			this.id = id;
			this.properties = properties;
			this.children = children;
		}

	}

	/**
	 * An item without the items in it.
	 */
	final class Properties extends Struct {

		/** The id. */
		@Position(0)
		public final int id;

		/** What it is like. */
		@Position(1)
		public final Map<String, Variant<?>> properties;

		/**
		 * Create an item.
		 * @param id the id
		 * @param properties what it is like
		 */
		public Properties(int id, Map<String, Variant<?>> properties) {
			this.id = id;
			this.properties = properties;
		}

	}

}
