package dev.tauriboot.conformance;

import java.util.List;
import java.util.Map;

import dev.tauriboot.plugin.notification.Notification;
import dev.tauriboot.plugin.notification.NotificationCommands;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 193 to 201: the plugin notification.
 */
class NotificationPluginTests extends DesktopPluginTests {

	private static final String KNOWN = """
			while (Notification.permission === 'default') {
			  await new Promise((resolve) => setTimeout(resolve, 10));
			}
			""";

	@Autowired
	private NotificationCommands commands;

	// rows 193, 194, 195
	@Test
	void permissionIsGranted() throws Exception {
		// The document may have asked while there was no desktop for the test before.
		reload(webview("main"));
		assertThat(js(module("notification") + KNOWN + """
				return [Notification.permission, await plugin.isPermissionGranted(), await plugin.requestPermission(),
				  await invoke('plugin:notification|is_permission_granted')];
				""").toString()).isEqualTo("[\"granted\",true,\"granted\",true]");
	}

	// row 196
	@Test
	void notesAreShown() throws Exception {
		js(module("notification") + """
				plugin.sendNotification('x');
				plugin.sendNotification({ title: 'T', body: 'B', icon: 'I', sound: 'S', id: 7, extra: { a: 1 },
				  schedule: plugin.Schedule.at(new Date(0)) });
				Notification('called');
				new Notification('made', { body: 'text' });
				""");
		Awaitility.await().until(() -> this.user.notes.size() == 4);
		assertThat(this.user.notes).containsExactlyInAnyOrder(new Notification("x", null, null, null),
				new Notification("T", "B", "I", "S"), new Notification("called", null, null, null),
				new Notification("made", "text", null, null));
	}

	// row 196
	@Test
	void allFieldsArePassed() throws Exception {
		assertThat(js(module("notification") + """
				const read = [];
				const seen = (name) => ({ get [name]() { read.push(name); return 1; } });
				plugin.sendNotification({ title: 'T', extra: seen('extra'), attachments: [seen('url')] });
				await invoke('plugin:notification|is_permission_granted');
				return read.sort();
				""").toString()).isEqualTo("[\"extra\",\"url\"]");
		Awaitility.await().until(() -> this.user.notes.size() == 1);
	}

	// row 197
	@Test
	void optionsMayBeUsedAgain() throws Exception {
		assertThat(js(module("notification") + """
				const options = Object.freeze({ title: 'again' });
				plugin.sendNotification(options);
				plugin.sendNotification(options);
				const own = { body: 'b' };
				new Notification('one', own);
				return own;
				""").toString()).isEqualTo("{\"body\":\"b\"}");
		Awaitility.await().until(() -> this.user.notes.size() == 3);
	}

	// row 198
	@Test
	void permissionCannotBeSet() throws Exception {
		assertThat(js("""
				try { Notification.permission = 'granted'; } catch (error) { return error.message; }
				return 'set';
				""").asString()).isEqualTo("Readonly property");
	}

	// row 199
	@Test
	void whatPhonesHaveIsEmpty() throws Exception {
		assertThat(js(module("notification") + """
				await plugin.registerActionTypes([{ id: 'a', actions: [] }]);
				await plugin.cancel([1]);
				await plugin.cancelAll();
				await plugin.removeActive([{ id: 1 }]);
				await plugin.removeAllActive();
				await plugin.createChannel({ id: 'a', name: 'A', importance: plugin.Importance.High });
				await plugin.removeChannel('a');
				return [await plugin.pending(), await plugin.active(), await plugin.channels()];
				""").toString()).isEqualTo("[[],[],[]]");
	}

	// row 200
	@Test
	void listenerIsRegisteredAndRemoved() throws Exception {
		js(module("notification") + """
				window.listeners = [await plugin.onAction(() => { }), await plugin.onNotificationReceived(() => { })];
				""");
		assertThat(listeners()).containsExactlyInAnyOrder("actionPerformed", "notification");
		js("await window.listeners[0].unregister();");
		assertThat(listeners()).containsExactly("notification");
		js("await window.listeners[0].unregister();");
		reload(webview("main"));
		Awaitility.await().until(() -> listeners().isEmpty());
	}

	private List<String> listeners() {
		Map<?, ?> listeners = (Map<?, ?>) ReflectionTestUtils.getField(this.commands, "listeners");
		return listeners.values()
			.stream()
			.flatMap((known) -> ((Map<?, ?>) known).keySet().stream())
			.map((key) -> (String) ReflectionTestUtils.getField(key, "event"))
			.toList();
	}

	@Test
	void unknownEventIsRejected() throws Exception {
		assertThat(js("return rejection(invoke('plugin:notification|register_listener', "
				+ "{ event: 'x', handler: new Channel() }));")
			.asString()).startsWith("invalid args `event` for command `register_listener`: ");
	}

	// row 201
	@Test
	void withoutAServiceThePageGoesOn() throws Exception {
		this.user.there = false;
		reload(webview("main"));
		assertThat(js(module("notification") + KNOWN + """
				const unhandled = new Promise((resolve) => window.addEventListener('unhandledrejection',
				  (event) => { event.preventDefault(); resolve(event.reason); }, { once: true }));
				plugin.sendNotification('x');
				return [await unhandled, Notification.permission, await plugin.requestPermission(),
				  await rejection(invoke('plugin:notification|notify', { options: { title: 'x' } }))];
				""").toString()).isEqualTo("[\"notifications are not available on this system\",\"denied\",\"denied\","
				+ "\"notifications are not available on this system\"]");
	}

}
