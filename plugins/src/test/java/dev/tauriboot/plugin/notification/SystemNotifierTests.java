package dev.tauriboot.plugin.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link SystemNotifier}, with a service and a program of the test's own.
 */
class SystemNotifierTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final List<String> shown = new CopyOnWriteArrayList<>();

	private volatile List<String> capabilities = List.of("body");

	@TempDir
	private Path folder;

	@Test
	void serviceOnTheBusShowsNotes() throws Exception {
		String address = TransportBuilder.createDynamicSession("UNIX", false);
		try (EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(address + ",listen=true")) {
			daemon.startInBackgroundAndWait(60_000);
			// Whoever connects before it runs makes it end.
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(daemon::isRunning);
			Notifier notifier = new SystemNotifier("Notes", "note", "Linux", address, null);
			assertThat(notifier.isAvailable()).isFalse();
			// The daemon says that it listens a moment before it keeps whoever connects.
			try (DBusConnection desktop = Awaitility.await()
				.atMost(LIMIT)
				.ignoreExceptionsInstanceOf(DBusException.class)
				.until(() -> DBusConnectionBuilder.forAddress(address).withShared(false).build(), (made) -> true)) {
				desktop.requestBusName("org.freedesktop.Notifications");
				desktop.exportObject("/org/freedesktop/Notifications", new Service());
				assertThat(notifier.isAvailable()).isTrue();
				notifier.show(Notification.of("Milk", "a < b"));
				this.capabilities = List.of("body", "body-markup");
				notifier.show(new Notification("<i>", "a < b & c", "/icon.png", "bell"));
				notifier.show(new Notification("No text", null, null, null));
			}
		}
		assertThat(this.shown).containsExactly("Notes|note|Milk|a < b|{}",
				"Notes|/icon.png|<i>|a &lt; b &amp; c|{sound-name=[bell]}", "Notes|note|No text||{}");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void withoutABusAProgramShowsThem() throws Exception {
		Path notes = this.folder.resolve("notes");
		program("notify-send", "printf '%s|' \"$@\" >> '" + notes + "'");
		Notifier notifier = notifier("Linux");
		assertThat(notifier.isAvailable()).isTrue();
		notifier.show(new Notification("--help", "it's \"quoted\" $HOME", "/icon.png", null));
		assertThat(notes).hasContent("--app-name=Notes|--icon=/icon.png|--|--help|it's \"quoted\" $HOME|");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void scriptShowsThemOnMacOs() throws Exception {
		Path notes = this.folder.resolve("notes");
		program("osascript", "shift 2; printf '%s|' \"$@\" >> '" + notes + "'");
		notifier("Mac OS X").show(Notification.of("Milk\" & quit", "today"));
		assertThat(notes).hasContent("Milk\" & quit|today|");
	}

	// row 201
	@Test
	void withoutEitherTheyAreRefused() {
		for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
			Notifier notifier = notifier(system);
			assertThat(notifier.isAvailable()).isFalse();
			assertThatIOException().isThrownBy(() -> notifier.show(Notification.of("a", "b")))
				.withMessage("notifications are not available on this system");
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void programThatFailsShowsNothing() throws Exception {
		program("notify-send", "exit 1");
		assertThatIOException().isThrownBy(() -> notifier("Linux").show(Notification.of("a", "b")))
			.withMessage("notifications are not available on this system");
	}

	private void program(String name, String script) throws IOException {
		Path program = Files.writeString(this.folder.resolve(name), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
	}

	private Notifier notifier(String system) {
		return new SystemNotifier("Notes", null, system, "unix:path=" + this.folder.resolve("no-bus"),
				this.folder.toString());
	}

	private final class Service implements NotificationService {

		@Override
		public List<String> GetCapabilities() {
			return SystemNotifierTests.this.capabilities;
		}

		@Override
		public UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body,
				List<String> actions, Map<String, Variant<?>> hints, int timeout) {
			SystemNotifierTests.this.shown.add(application + "|" + icon + "|" + summary + "|" + body + "|" + hints);
			return new UInt32(1);
		}

		@Override
		public String getObjectPath() {
			return "/org/freedesktop/Notifications";
		}

	}

}
