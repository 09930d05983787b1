package dev.tauriboot.dbus;

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
			daemon.startInBackgroundAndWait(10_000);
			// The daemon says that it listens a moment before it keeps whoever connects.
			try (DBusConnection one = Awaitility.await()
				.ignoreExceptionsInstanceOf(DBusException.class)
				.until(() -> SessionBus.connect(address), (made) -> true);
					DBusConnection two = SessionBus.connect(address)) {
				assertThat(one.getUniqueName()).isNotEqualTo(two.getUniqueName());
			}
		}
	}

	// The library would wait for ten seconds.
	@Test
	void busThatIsNotThereIsNotWaitedFor() {
		long start = System.nanoTime();
		assertThatExceptionOfType(DBusException.class)
			.isThrownBy(() -> SessionBus.connect("unix:path=" + this.folder.resolve("no-bus")));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

}
