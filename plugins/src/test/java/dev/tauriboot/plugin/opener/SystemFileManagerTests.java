package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link SystemFileManager} and {@link Opener}, on a bus of the test's own.
 */
class SystemFileManagerTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final List<String> opened = new CopyOnWriteArrayList<>();

	private final List<String> shown = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	@Test
	void fileManagerOnTheBusShowsFiles() throws Exception {
		Path file = Files.createFile(this.folder.resolve("a b ü.txt"));
		String address = TransportBuilder.createDynamicSession("UNIX", false);
		try (EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(address + ",listen=true")) {
			daemon.startInBackgroundAndWait(60_000);
			// Whoever connects before it runs makes it end.
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(daemon::isRunning);
			try (DBusConnection desktop = Awaitility.await()
				.atMost(LIMIT)
				.ignoreExceptionsInstanceOf(DBusException.class)
				.until(() -> DBusConnectionBuilder.forAddress(address).withShared(false).build(), (made) -> true)) {
				desktop.requestBusName("org.freedesktop.FileManager1");
				desktop.exportObject("/org/freedesktop/FileManager1", new Shown());
				opener(address).reveal(List.of(file));
			}
		}
		assertThat(this.shown).hasSize(1).first().asString().startsWith("file:///").endsWith("a%20b%20%C3%BC.txt");
		assertThat(this.opened).isEmpty();
	}

	@Test
	void withoutABusTheFoldersOpen() throws IOException {
		Path one = Files.createFile(this.folder.resolve("one"));
		Path two = Files.createFile(this.folder.resolve("two"));
		opener("unix:path=" + this.folder.resolve("no-bus")).reveal(List.of(one, two));
		assertThat(this.opened).containsExactly(this.folder.toAbsolutePath().toString());
	}

	@Test
	void whatIsNotThereIsNotShown() {
		Opener opener = opener("unix:path=/none");
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> opener.reveal(List.of(this.folder.resolve("none"))));
		assertThatIOException().isThrownBy(() -> opener.reveal(List.of(Path.of("/"))))
			.withMessage("Path doesn't have a parent: /");
		assertThat(this.opened).isEmpty();
	}

	private Opener opener(String address) {
		return new Opener((target, program) -> this.opened.add(target),
				new SystemFileManager((target, program) -> this.opened.add(target), "Linux", address));
	}

	private final class Shown implements FileManager1 {

		@Override
		public void ShowItems(List<String> uris, String startupId) {
			SystemFileManagerTests.this.shown.addAll(uris);
		}

		@Override
		public String getObjectPath() {
			return "/org/freedesktop/FileManager1";
		}

	}

}
