package dev.tauriboot.tray.notifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.image.Image;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.tray.TrayEvent;
import dev.tauriboot.tray.TrayEvent.Button;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.TrayIcon;
import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Icons on a bus of the test's own, seen by a desktop that is the test.
 */
class NotifierTrayHostTests {

	private static final String ITEM = "org.kde.StatusNotifierItem";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final List<String> registered = new CopyOnWriteArrayList<>();

	private final List<MenuNode> chosen = new CopyOnWriteArrayList<>();

	private final TrayIcon icon = new TrayIcon("main");

	private String address;

	private EmbeddedDBusDaemon daemon;

	private DBusConnection desktop;

	@BeforeEach
	void start() throws DBusException {
		this.address = TransportBuilder.createDynamicSession("UNIX", false);
		this.daemon = new EmbeddedDBusDaemon(this.address.replace(",listen=true", "") + ",listen=true");
		this.daemon.startInBackgroundAndWait(60_000);
		// Whoever connects before it runs makes it end.
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this.daemon::isRunning);
		this.desktop = Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptionsInstanceOf(DBusException.class)
			.until(() -> DBusConnectionBuilder.forAddress(this.address).withShared(false).build(), (made) -> true);
	}

	@AfterEach
	void stop() throws Exception {
		this.desktop.close();
		this.daemon.close();
	}

	private void watch() throws DBusException {
		this.desktop.requestBusName("org.kde.StatusNotifierWatcher");
		this.desktop.exportObject("/StatusNotifierWatcher", new Watcher());
	}

	private TrayHost.Shown show() {
		return new NotifierTrayHost("notes", this.address).show(this.icon, this.chosen::add);
	}

	@Test
	void withoutADesktopThereIsNoTray() {
		assertThatThrownBy(this::show)
			.hasMessage("runtime error: there is no system tray: this desktop shows no status notifier items");
	}

	@Test
	void withoutABusThereIsNoTray() {
		NotifierTrayHost host = new NotifierTrayHost("notes", "unix:path=/nowhere/bus");
		assertThatThrownBy(() -> host.show(this.icon, this.chosen::add))
			.hasMessage("runtime error: there is no system tray: there is no session bus");
	}

	@Test
	void iconIsSeen() throws DBusException {
		watch();
		this.icon
			.setState(new TrayIcon.State(new Image(new byte[] { 1, 2, 3, 4 }, 1, 1), null, "Tip", "Title", true, true));
		try (TrayHost.Shown shown = show()) {
			assertThat(this.registered).hasSize(1);
			Map<String, Variant<?>> all = remote(Properties.class, NotifierIcon.PATH).GetAll(ITEM);
			assertThat(all.get("Title").getValue()).isEqualTo("Title");
			assertThat(all.get("Status").getValue()).isEqualTo("Active");
			assertThat(all.get("Id").getValue()).isEqualTo("notes-main");
			assertThat(all.get("IconPixmap").getSig()).isEqualTo("a(iiay)");
			Object[] pixmap = (Object[]) ((List<?>) all.get("IconPixmap").getValue()).get(0);
			assertThat(pixmap[0]).isEqualTo(1);
			assertThat(all.get("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
			assertThat(((Object[]) all.get("ToolTip").getValue())[2]).isEqualTo("Tip");
			String title = remote(Properties.class, NotifierIcon.PATH).Get(ITEM, "Title");
			assertThat(title).isEqualTo("Title");
		}
	}

	@Test
	void changesAreTold() throws Exception {
		watch();
		List<String> told = new CopyOnWriteArrayList<>();
		try (TrayHost.Shown shown = show();
				AutoCloseable status = this.desktop.addSigHandler(StatusNotifierItem.NewStatus.class,
						(signal) -> told.add(signal.status()))) {
			this.icon.setState(this.icon.state().withVisible(false));
			Awaitility.await().atMost(PATIENCE).until(() -> told.contains("Passive"));
			assertThat(remote(Properties.class, NotifierIcon.PATH).GetAll(ITEM).get("Status").getValue())
				.isEqualTo("Passive");
		}
	}

	@Test
	void clicksAreEvents() throws DBusException {
		watch();
		List<TrayEvent> events = new CopyOnWriteArrayList<>();
		this.icon.onEvent(events::add);
		try (TrayHost.Shown shown = show()) {
			StatusNotifierItem item = remote(StatusNotifierItem.class, NotifierIcon.PATH);
			item.Activate(10, 20);
			item.SecondaryActivate(11, 21);
			item.ContextMenu(12, 22);
			item.Scroll(1, "vertical");
		}
		assertThat(events).containsExactlyInAnyOrder(TrayEvent.click(Button.LEFT, 10, 20),
				TrayEvent.click(Button.MIDDLE, 11, 21), TrayEvent.click(Button.RIGHT, 12, 22));
	}

	@Test
	void menuIsSeenAndActs() throws DBusException {
		watch();
		Menu menu = new Menu();
		MenuItem open = new MenuItem("open", "&Open a_b");
		CheckMenuItem check = new CheckMenuItem("check", "Check", true);
		Submenu more = new Submenu("More");
		MenuItem deep = new MenuItem("deep", "Deep");
		more.append(deep);
		menu.append(open, check, new PredefinedMenuItem(PredefinedMenuItem.Type.SEPARATOR), more);
		this.icon.setState(this.icon.state().withMenu(menu));
		try (TrayHost.Shown shown = show()) {
			DbusMenu remote = remote(DbusMenu.class, NotifierMenu.PATH);
			DbusMenu.Node root = remote.GetLayout(0, -1, List.of()).node;
			assertThat(root.children).hasSize(4);
			Object[] first = (Object[]) root.children.get(0).getValue();
			int id = (int) first[0];
			assertThat(label(remote, id)).isEqualTo("_Open a__b");
			Object[] last = (Object[]) root.children.get(3).getValue();
			assertThat((List<?>) last[2]).hasSize(1);
			remote.Event(id, "clicked", new Variant<>(0), new UInt32(0));
			remote.Event(id, "hovered", new Variant<>(0), new UInt32(0));
			Awaitility.await().atMost(PATIENCE).until(() -> this.chosen.size() == 1);
			assertThat(this.chosen).containsExactly(open);
			open.setText("Other");
			Awaitility.await().atMost(PATIENCE).until(() -> label(remote, id).equals("Other"));
			menu.remove(check);
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> remote.GetLayout(0, 1, List.of()).node.children.size() == 3);
			assertThat(label(remote, id)).isEqualTo("Other");
		}
	}

	private static Object label(DbusMenu remote, int id) {
		return remote.GetGroupProperties(List.of(id), List.of()).get(0).properties.get("label").getValue();
	}

	@Test
	void closedIconIsGoneFromTheBus() throws DBusException {
		watch();
		TrayHost.Shown shown = show();
		String service = this.registered.get(0);
		DBus bus = this.desktop.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
		assertThat(bus.NameHasOwner(service)).isTrue();
		shown.close();
		shown.close();
		Awaitility.await().atMost(PATIENCE).until(() -> !bus.NameHasOwner(service));
	}

	private <T extends org.freedesktop.dbus.interfaces.DBusInterface> T remote(Class<T> type, String path)
			throws DBusException {
		return this.desktop.getRemoteObject(this.registered.get(0), path, type);
	}

	/**
	 * The desktop.
	 */
	final class Watcher implements StatusNotifierWatcher {

		@Override
		public void RegisterStatusNotifierItem(String service) {
			NotifierTrayHostTests.this.registered.add(service);
		}

		@Override
		public String getObjectPath() {
			return "/StatusNotifierWatcher";
		}

	}

}
