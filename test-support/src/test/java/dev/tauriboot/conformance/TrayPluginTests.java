package dev.tauriboot.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.plugin.tray.Trays;
import dev.tauriboot.tray.AwtTrayHost;
import dev.tauriboot.tray.TrayEvent;
import dev.tauriboot.tray.TrayEvent.Bounds;
import dev.tauriboot.tray.TrayEvent.Button;
import dev.tauriboot.tray.TrayEvent.Type;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.TrayIcon;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 10.7, clauses 116 and 124: the client's module {@code tray}.
 */
@Import(TrayPluginTests.Hosts.class)
class TrayPluginTests extends CorePluginTests {

	@Autowired
	private FakeHost host;

	@Autowired
	private Trays trays;

	@BeforeEach
	void aTray() {
		this.host.real = null;
		this.trays.close();
		this.host.all.clear();
	}

	private JsonNode tray(String client, String body) throws Exception {
		return js("""
				const tray = await import('%s');
				const dpi = await import('%s');
				const { TrayIcon } = tray;
				const { Menu, MenuItem } = await import('%s');
				const { Image } = await import('%s');
				globalThis.events = [];
				const action = (event) => globalThis.events.push(event);
				%s
				""".formatted(module(client, "tray"), module(client, "dpi"), module(client, "menu"),
				module(client, "image"), body));
	}

	// row 116
	@Test
	void exportsAreKnown() throws Exception {
		assertThat(tray("@tauri-apps/api/", """
				return [Object.keys(tray), Object.getOwnPropertyNames(TrayIcon).filter((name) =>
				  typeof TrayIcon[name] === 'function').sort(), Object.getOwnPropertyNames(TrayIcon.prototype).sort()];
				""").toString())
			.isEqualTo("[[\"TrayIcon\"],[\"getById\",\"new\",\"removeById\"],[\"constructor\",\"setIcon\","
					+ "\"setIconAsTemplate\",\"setIconWithAsTemplate\",\"setMenu\",\"setMenuOnLeftClick\","
					+ "\"setShowMenuOnLeftClick\",\"setTempDirPath\",\"setTitle\",\"setTooltip\",\"setVisible\"]]");
	}

	@Test
	void withoutATrayThereIsAnError() throws Exception {
		this.host.real = new AwtTrayHost();
		assertThat(tray("@tauri-apps/api/", "return rejection(TrayIcon.new({ id: 'none' }));").asString())
			.isEqualTo("runtime error: there is no system tray: AWT is headless (java.awt.headless)");
		assertThat(tray("@tauri-apps/api/", "return TrayIcon.getById('none');").isNull()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("clients")
	void iconIsAsDescribed(String client) throws Exception {
		assertThat(tray(client,
				"""
						const menu = await Menu.new({ items: [{ id: 'quit', text: 'Quit' }] });
						const made = await TrayIcon.new({ id: 'main', menu, tooltip: 'Tip', title: 'Title',
						  icon: await Image.new([1, 2, 3, 4], 1, 1), menuOnLeftClick: false, tempDirPath: '/tmp', iconAsTemplate: true });
						const bare = await TrayIcon.new();
						return [made.id, made.rid > 0, typeof bare.id];
						""")
			.toString()).isEqualTo("[\"main\",true,\"string\"]");
		TrayIcon.State state = icon("main").state();
		assertThat(state.image()).isNotNull().extracting((image) -> image.rgba()[2]).isEqualTo((byte) 3);
		assertThat(state.menu()).isNotNull().extracting((menu) -> menu.get("quit")).isNotNull();
		assertThat(state.tooltip()).isEqualTo("Tip");
		assertThat(state.title()).isEqualTo("Title");
		assertThat(state.visible()).isTrue();
		assertThat(state.menuOnLeftClick()).isFalse();
		assertThat(this.host.all).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("clients")
	void everythingChanges(String client) throws Exception {
		tray(client, """
				const made = await TrayIcon.new({ id: 'main', tooltip: 'Tip', title: 'Title' });
				await made.setIcon(await Image.new([5, 6, 7, 8], 1, 1));
				await made.setMenu(await Menu.new({ items: [{ id: 'one', text: 'One' }] }));
				await made.setTooltip('Other');
				await made.setTitle('More');
				await made.setVisible(false);
				await made.setTempDirPath('/tmp');
				await made.setTempDirPath(null);
				await made.setIconAsTemplate(true);
				await made.setMenuOnLeftClick(false);
				""");
		TrayIcon.State state = icon("main").state();
		assertThat(state.image()).isNotNull().extracting((image) -> image.rgba()[0]).isEqualTo((byte) 5);
		assertThat(state.menu()).isNotNull();
		assertThat(List.of(state.tooltip(), state.title())).containsExactly("Other", "More");
		assertThat(state.visible()).isFalse();
		assertThat(state.menuOnLeftClick()).isFalse();
		tray(client, """
				const found = await TrayIcon.getById('main');
				await found.setIcon(null);
				await found.setMenu(null);
				await found.setTooltip(null);
				await found.setTitle(null);
				await found.setVisible(true);
				""");
		assertThat(icon("main").state()).isEqualTo(new TrayIcon.State(null, null, null, null, true, false));
	}

	@Test
	void laterSettersWork() throws Exception {
		tray("@tauri-apps/api/", """
				const made = await TrayIcon.new({ id: 'main', showMenuOnLeftClick: false });
				await made.setIconWithAsTemplate(await Image.new([9, 6, 7, 8], 1, 1), true);
				await made.setShowMenuOnLeftClick(true);
				""");
		assertThat(icon("main").state().menuOnLeftClick()).isTrue();
		assertThat(icon("main").state().image()).isNotNull();
	}

	// row 124
	@ParameterizedTest
	@MethodSource("clients")
	void eventsSuitAllClients(String client) throws Exception {
		tray(client, """
				await TrayIcon.new({ id: 'main', action: (event) => action([event.type, event.id, event.button ?? null,
				  event.buttonState ?? null, event.position.x, event.position.y, event.rect.position.x,
				  event.rect.position.y, event.rect.size.width, event.rect.size.height,
				  event.position instanceof dpi.PhysicalPosition, event.rect.position instanceof dpi.PhysicalPosition,
				  event.rect.size instanceof dpi.PhysicalSize].join(' ')) });
				""");
		Bounds bounds = new Bounds(5, 6, 24, 22);
		icon("main").fire(new TrayEvent(Type.CLICK, Button.LEFT, true, 10, 20, bounds));
		icon("main").fire(new TrayEvent(Type.CLICK, Button.MIDDLE, false, 10, 20, bounds));
		icon("main").fire(new TrayEvent(Type.DOUBLE_CLICK, Button.RIGHT, true, 11, 21, bounds));
		icon("main").fire(new TrayEvent(Type.LEAVE, null, false, 3, 4, bounds));
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return globalThis.events.join('|');").asString())
				.isEqualTo("Click main Left Down 10 20 5 6 24 22 true true true|"
						+ "Click main Middle Up 10 20 5 6 24 22 true true true|"
						+ "DoubleClick main Right  11 21 5 6 24 22 true true true|"
						+ "Leave main   3 4 5 6 24 22 true true true"));
	}

	@Test
	void itemsOfTheMenuAct() throws Exception {
		tray("@tauri-apps/api/",
				"""
						await TrayIcon.new({ id: 'main', menu: await Menu.new({ items: [{ id: 'one', text: 'One', action }] }) });
						""");
		FakeIcon shown = this.host.all.get(0);
		shown.chosen.accept(shown.icon.state().menu().items().get(0));
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return globalThis.events;").toString()).isEqualTo("[\"one\"]"));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void iconsAreFoundAndRemovedById(String client) throws Exception {
		assertThat(tray(client, """
				const made = await TrayIcon.new({ id: 'main' });
				const found = await TrayIcon.getById('main');
				const unknown = await TrayIcon.getById('other');
				await TrayIcon.removeById('main');
				return [found.id, found.rid !== made.rid, unknown, await TrayIcon.getById('main'),
				  await rejection(TrayIcon.removeById('main'))];
				""").toString())
			.isEqualTo("[\"main\",true,null,null,\"Can't find a tray associated with this id: main\"]");
		assertThat(this.host.all).isEmpty();
	}

	@Test
	void wrongMenuIsRejected() throws Exception {
		assertThat(tray("@tauri-apps/api/", """
				const made = await TrayIcon.new({});
				return rejection(made.setMenu(await MenuItem.new({ text: 'Item' })));
				""").asString()).isEqualTo("unexpected menu item kind");
	}

	@Test
	void iconsEndWithTheDocumentThatMadeThem() throws Exception {
		this.trays.add(new TrayIcon("backend"));
		tray("@tauri-apps/api/", """
				await TrayIcon.new({ id: 'page' });
				const closed = await TrayIcon.new({ id: 'closed' });
				await closed.close();
				await (await TrayIcon.getById('backend')).setTooltip('Found');
				""");
		assertThat(this.host.ids()).containsExactly("backend", "page");
		reload(webview("main"));
		assertThat(this.host.ids()).containsExactly("backend");
		assertThat(icon("backend").state().tooltip()).isEqualTo("Found");
	}

	private TrayIcon icon(String id) {
		return this.trays.get(id);
	}

	/**
	 * A tray that nobody sees, or the real one.
	 */
	static class FakeHost implements TrayHost {

		final List<FakeIcon> all = new CopyOnWriteArrayList<>();

		volatile TrayHost real;

		@Override
		public Shown show(TrayIcon icon, Consumer<MenuNode> chosen) {
			TrayHost real = this.real;
			if (real != null) {
				return real.show(icon, chosen);
			}
			FakeIcon shown = new FakeIcon(icon, chosen);
			this.all.add(shown);
			return () -> this.all.remove(shown);
		}

		List<String> ids() {
			List<String> ids = new ArrayList<>();
			this.all.forEach((shown) -> ids.add(shown.icon.id()));
			return ids;
		}

	}

	record FakeIcon(TrayIcon icon, Consumer<MenuNode> chosen) {
	}

	@TestConfiguration
	static class Hosts {

		@Bean
		FakeHost trayHost() {
			return new FakeHost();
		}

	}

}
