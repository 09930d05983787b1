package dev.tauriboot.conformance;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.tauriboot.dbus.LauncherEntry;
import dev.tauriboot.dbus.SessionBus;
import dev.tauriboot.dbus.UnityLauncherIcon;
import dev.tauriboot.runtime.LauncherIcon;
import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A desktop with a launcher, on a bus of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
class LauncherDesktop {

	private final String address = TransportBuilder.createDynamicSession("UNIX", false);

	/** What the launcher was told last. */
	final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();

	@Bean
	EmbeddedDBusDaemon bus() throws DBusException {
		EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(this.address + ",listen=true");
		daemon.startInBackgroundAndWait(60_000);
		// Whoever connects before it runs makes it end.
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(daemon::isRunning);
		return daemon;
	}

	@Bean
	DBusConnection launcher(EmbeddedDBusDaemon bus) throws DBusException {
		// The daemon says that it listens a moment before it keeps whoever connects.
		DBusConnection launcher = Awaitility.await()
			.ignoreExceptionsInstanceOf(DBusException.class)
			.until(() -> SessionBus.connect(this.address), (made) -> true);
		launcher.addSigHandler(LauncherEntry.Update.class, (update) -> {
			Map<String, Object> values = new TreeMap<>(Map.of("uri", update.uri()));
			update.properties().forEach((name, variant) -> values.put(name, variant.getValue()));
			this.told.add(values);
		});
		launcher.requestBusName("com.canonical.Unity");
		return launcher;
	}

	@Bean
	LauncherIcon launcherIcon(DBusConnection launcher) {
		return new UnityLauncherIcon("notes.desktop", this.address);
	}

}
