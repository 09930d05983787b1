package dev.tauriboot.dbus;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SessionBus}.
 */
class SessionBusTests {

	@TempDir
	private Path folder;

	@Test
	void eachConnectionIsItsCallersOwn() throws Exception {
		String address = TransportBuilder.createDynamicSession("UNIX", false);
		try (EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(address + ",listen=true")) {
			daemon.startInBackgroundAndWait(20_000);
			// Whoever connects before it runs makes it end.
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(daemon::isRunning);
			try (DBusConnection one = SessionBus.connect(address); DBusConnection two = SessionBus.connect(address)) {
				assertThat(one.getUniqueName()).isNotEqualTo(two.getUniqueName());
			}
		}
	}

	// The library would wait for ten seconds: half a second before each of nineteen more
	// tries.
	@Test
	void busThatIsNotThereIsNotWaitedFor() {
		long before = waits();
		assertThatExceptionOfType(DBusException.class)
			.isThrownBy(() -> SessionBus.connect("unix:path=" + this.folder.resolve("no-bus")));
		assertThat(waits() - before).isLessThan(10);
	}

	private static long waits() {
		return ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId()).getWaitedCount();
	}

}
