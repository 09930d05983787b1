package dev.tauriboot.dbus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowHint.BadgeCount;
import dev.tauriboot.window.WindowHint.Progress;
import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnityLauncherIcon}, on a bus of the test's own, seen by a launcher
 * that is the test.
 */
class UnityLauncherIconTests {

	private static final String LAUNCHER = "com.canonical.Unity";

	private final BlockingQueue<LauncherEntry.Update> told = new LinkedBlockingQueue<>();

	private EmbeddedDBusDaemon daemon;

	private DBusConnection desktop;

	private UnityLauncherIcon icon;

	@BeforeEach
	void start() throws DBusException {
		String address = TransportBuilder.createDynamicSession("UNIX", false);
		this.daemon = new EmbeddedDBusDaemon(address + ",listen=true");
		this.daemon.startInBackgroundAndWait(20_000);
		// Whoever connects before it runs makes it end.
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this.daemon::isRunning);
		this.desktop = SessionBus.connect(address);
		this.desktop.addSigHandler(LauncherEntry.Update.class, this.told::add);
		this.icon = new UnityLauncherIcon("notes.desktop", address);
	}

	@AfterEach
	void stop() throws Exception {
		this.icon.close();
		this.desktop.close();
		this.daemon.close();
	}

	private Map<String, Object> shown(WindowHint hint) throws Exception {
		assertThat(this.icon.show(hint)).isTrue();
		LauncherEntry.Update update = this.told.poll(20, TimeUnit.SECONDS);
		assertThat(update).isNotNull();
		assertThat(update.uri()).isEqualTo("application://notes.desktop");
		assertThat(update.getPath()).matches("/com/canonical/unity/launcherentry/\\d+");
		Map<String, Object> values = new TreeMap<>();
		update.properties().forEach((name, variant) -> values.put(name, variant.getValue()));
		return values;
	}

	@Test
	void badgeIsANumberUntilItIsTakenAway() throws Exception {
		this.desktop.requestBusName(LAUNCHER);
		assertThat(shown(new BadgeCount(3L))).isEqualTo(Map.of("count", 3L, "count-visible", true));
		assertThat(shown(new BadgeCount(0L))).isEqualTo(Map.of("count", 0L, "count-visible", false));
		assertThat(shown(new BadgeCount(5_000_000_000L)))
			.isEqualTo(Map.of("count", 5_000_000_000L, "count-visible", true));
		assertThat(shown(new BadgeCount(null))).isEqualTo(Map.of("count", 0L, "count-visible", false));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "normal, 30, 0.3, true", "indeterminate, -, -, true", "paused, 50, 0.5, true",
					"error, 100, 1.0, true", "-, 60, 0.6, -", "normal, 101, 1.0, true", "normal, -1, 0.0, true" })
	void progressIsSharedOutAndSeen(String status, Long progress, Double part, Boolean visible) throws Exception {
		this.desktop.requestBusName(LAUNCHER);
		Map<String, Object> expected = new TreeMap<>();
		if (part != null) {
			expected.put("progress", part);
		}
		if (visible != null) {
			expected.put("progress-visible", visible);
		}
		assertThat(shown(new Progress(status, progress))).isEqualTo(expected);
		assertThat(shown(new Progress("none", null))).isEqualTo(Map.of("progress-visible", false));
	}

	@Test
	void whatNoLauncherHasIsNotShown() throws Exception {
		this.desktop.requestBusName(LAUNCHER);
		assertThat(this.icon.show(new WindowHint.Attention(true))).isFalse();
		assertThat(this.icon.show(new WindowHint.BadgeLabel("new"))).isFalse();
		assertThat(this.icon.show(new WindowHint.OverlayIcon(null))).isFalse();
		assertThat(this.icon.show(new Progress(null, null))).isFalse();
		shown(new BadgeCount(1L));
		assertThat(this.told).isEmpty();
	}

	@Test
	void launcherMayComeAndGo() throws Exception {
		assertThat(this.icon.show(new BadgeCount(1L))).isFalse();
		this.desktop.requestBusName(LAUNCHER);
		shown(new BadgeCount(2L));
		this.desktop.releaseBusName(LAUNCHER);
		assertThat(this.icon.show(new BadgeCount(3L))).isFalse();
		assertThat(this.told).isEmpty();
	}

	@Test
	void oneConnectionLastsUntilTheEnd() throws Exception {
		this.desktop.requestBusName(LAUNCHER);
		List<String> senders = new ArrayList<>();
		for (long count = 1; count < 4; count++) {
			this.icon.show(new BadgeCount(count));
			senders.add(this.told.poll(20, TimeUnit.SECONDS).getSource());
		}
		assertThat(senders).hasSize(3).containsOnly(senders.get(0));
		this.icon.close();
		DBus bus = this.desktop.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !bus.NameHasOwner(senders.get(0)));
		assertThat(this.icon.show(new BadgeCount(4L))).isFalse();
	}

	@Test
	void withoutABusNothingIsShown(@TempDir Path folder) {
		try (UnityLauncherIcon nowhere = new UnityLauncherIcon("notes.desktop",
				"unix:path=" + folder.resolve("no-bus"))) {
			assertThat(nowhere.show(new BadgeCount(null))).isFalse();
			assertThat(nowhere.show(new BadgeCount(1L))).isFalse();
			assertThat(nowhere.show(new BadgeCount(1L))).isFalse();
		}
	}

}
