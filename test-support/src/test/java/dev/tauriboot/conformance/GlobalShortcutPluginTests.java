package dev.tauriboot.conformance;

import dev.tauriboot.plugin.globalshortcut.GlobalShortcuts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 202 to 208: the plugin global-shortcut.
 */
class GlobalShortcutPluginTests extends DesktopPluginTests {

	@Autowired
	private GlobalShortcuts shortcuts;

	@AfterEach
	void takeBack() throws Exception {
		js("await invoke('plugin:global-shortcut|unregister_all', {});");
	}

	// row 202
	@Test
	void pressAndReleaseAreTold() throws Exception {
		register("'CommandOrControl+Shift+K'");
		this.user.press("Ctrl+Shift+K");
		JsonNode events = events(2);
		assertThat(events.get(0).get("shortcut").asString()).isEqualTo("CommandOrControl+Shift+K");
		assertThat(events.get(0).get("state").asString()).isEqualTo("Pressed");
		assertThat(events.get(1).get("state").asString()).isEqualTo("Released");
		assertThat(events.get(0).get("id").isIntegralNumber()).isTrue();
		assertThat(events.get(0).get("id")).isEqualTo(events.get(1).get("id"));
	}

	// row 203
	@Test
	void oneHandlerGetsAllOfACall() throws Exception {
		register("['F1', 'Alt+F2']");
		this.user.press("F1");
		this.user.press("Alt+F2");
		assertThat(events(4).valueStream().map((event) -> event.get("shortcut").asString())).containsExactly("F1", "F1",
				"Alt+F2", "Alt+F2");
		js(module("global-shortcut") + "await plugin.unregister('F1');");
		this.user.press("Alt+F2");
		assertThat(events(6)).hasSize(6);
	}

	// row 204
	@Test
	void registeredUntilTakenBack() throws Exception {
		assertThat(js(module("global-shortcut") + """
				const states = [await plugin.isRegistered('Ctrl+K')];
				await plugin.register('Ctrl+K', () => { });
				states.push(await plugin.isRegistered('Ctrl+K'));
				await plugin.unregister('Ctrl+K');
				states.push(await plugin.isRegistered('Ctrl+K'));
				await plugin.unregister('Ctrl+K');
				await plugin.register(['F1', 'F2'], () => { });
				await plugin.unregisterAll();
				states.push(await plugin.isRegistered('F1'), await plugin.isRegistered('F2'));
				return states;
				""").toString()).isEqualTo("[false,true,false,false,false]");
		assertThat(this.user.watched).isEmpty();
	}

	// row 205
	@Test
	@DisabledOnOs(OS.MAC)
	void equalKeysAreOneShortcut() throws Exception {
		register("'CmdOrCtrl+Shift+K'");
		this.user.press("Ctrl+Shift+K");
		JsonNode id = events(2).get(0).get("id");
		assertThat(js(module("global-shortcut") + """
				const there = await plugin.isRegistered('control+shift+KeyK');
				const again = await rejection(plugin.register('control+shift+KeyK', () => { }));
				await plugin.unregister('control+shift+KeyK');
				return [there, again];
				""").toString()).isEqualTo("[true,\"the shortcut 'control+shift+KeyK' is already registered\"]");
		register("'control+shift+KeyK'");
		this.user.press("Ctrl+Shift+K");
		assertThat(events(2).get(0).get("id")).isEqualTo(id);
	}

	// row 206
	@Test
	void malformedKeysAreRejected() throws Exception {
		assertThat(js(module("global-shortcut") + """
				return Promise.all([plugin.register('Ctrl+Nope', () => { }), plugin.unregister('Ctrl+Nope'),
				  plugin.isRegistered('Ctrl+Nope')].map(rejection));
				""").valueStream()).hasSize(3)
			.allSatisfy((text) -> assertThat(text.asString()).contains("'Ctrl+Nope'"));
	}

	@Test
	void registrationStopsAtTheFirstFailure() throws Exception {
		this.shortcuts.register("F2", (state) -> {
		});
		try {
			assertThat(js(module("global-shortcut")
					+ """
							window.events = [];
							const failure = await rejection(plugin.register(['F1', 'F2', 'F3'], (event) => window.events.push(event)));
							await plugin.unregisterAll();
							const own = await plugin.isRegistered('F2');
							await rejection(plugin.register(['F1', 'F2', 'F3'], (event) => window.events.push(event)));
							return [failure, own, await plugin.isRegistered('F1'), await plugin.isRegistered('F3')];
							""")
				.toString()).isEqualTo("[\"the shortcut 'F2' is already registered\",true,true,false]");
			this.user.press("F1");
			assertThat(events(2)).hasSize(2);
		}
		finally {
			this.shortcuts.unregister("F2");
		}
	}

	// row 207
	@Test
	void shortcutsGoWithTheirDocument() throws Exception {
		register("'F1'");
		assertThat(this.user.watched).hasSize(1);
		reload(webview("main"));
		Awaitility.await().until(() -> this.user.watched.isEmpty());
		assertThat(this.shortcuts.isRegistered("F1")).isFalse();
	}

	// row 208
	@Test
	void withoutADisplayThereAreNone() throws Exception {
		this.user.there = false;
		assertThat(js(module("global-shortcut")
				+ """
						const os = await import('@tauri-apps/plugin-os');
						return [await rejection(plugin.register('F1', () => { })), await plugin.isRegistered('F1'), os.eol() !== ''];
						""")
			.toString()).isEqualTo("[\"global shortcuts are not available on this display\",false,true]");
	}

	@Test
	void nothingIsGrantedByDefault() throws Exception {
		assertThat(jsIn("plain", module("global-shortcut") + """
				return Promise.all([plugin.register('F1', () => { }), plugin.unregister('F1'), plugin.unregisterAll(),
				  plugin.isRegistered('F1')].map(rejection));
				""").valueStream()).hasSize(4)
			.allSatisfy((text) -> assertThat(text.asString()).contains("not allowed"));
	}

	private void register(String keys) throws Exception {
		js(module("global-shortcut")
				+ "window.events = []; await plugin.register(%s, (event) => window.events.push(event));"
					.formatted(keys));
	}

	private JsonNode events(int count) throws Exception {
		return js("""
				for (let i = 0; i < 6000 && window.events.length < %d; i++) {
				  await new Promise((resolve) => setTimeout(resolve, 10));
				}
				return window.events;
				""".formatted(count));
	}

}
