package dev.tauriboot.test;

import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.memory.MemoryMenuHost;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 116, 122 and 123: menus without an engine, and what predefined items do.
 */
@TauriTest
@Import(MenuCommandTests.Grants.class)
class MenuCommandTests {

	private static final Label MAIN = Label.of("main");

	private static final Label SECOND = Label.of("second");

	@Autowired
	private IpcTester tester;

	@Autowired
	private MemoryMenuHost host;

	@Autowired
	private Menus menus;

	@Autowired
	private DesktopRuntime runtime;

	@Autowired
	private Grants grants;

	@AfterEach
	void noMenus() {
		this.menus.setAppMenu(null);
		this.runtime.windows().forEach((window) -> this.menus.setWindowMenu(window, null));
	}

	// row 116
	@ParameterizedTest
	@ValueSource(strings = { "menu|new", "menu|append", "menu|prepend", "menu|insert", "menu|remove", "menu|remove_at",
			"menu|items", "menu|get", "menu|popup", "menu|set_as_app_menu", "menu|set_as_window_menu", "menu|text",
			"menu|set_text", "menu|is_enabled", "menu|set_enabled", "menu|set_accelerator",
			"menu|set_as_windows_menu_for_nsapp", "menu|set_as_help_menu_for_nsapp", "menu|is_checked",
			"menu|set_checked", "menu|set_icon", "tray|new", "tray|get_by_id", "tray|remove_by_id", "tray|set_icon",
			"tray|set_menu", "tray|set_tooltip", "tray|set_title", "tray|set_visible", "tray|set_temp_dir_path",
			"tray|set_icon_as_template", "tray|set_icon_with_as_template", "tray|set_show_menu_on_left_click" })
	void commandsWithArgumentsAskForThem(String command) {
		InvokeResult result = this.tester.invoke("plugin:" + command).execute();
		assertThat(result).isRejected();
		assertThat(result.json().asString()).startsWith("invalid args `").contains("missing required key");
	}

	// row 122
	@Test
	void chosenItemIsTold() {
		TestPage page = this.tester.page("main");
		PageChannel channel = page.channel();
		long rid = create(page, "Menu", Map.of("items", List
			.of(Map.of("id", "save", "text", "Save", "accelerator", "CmdOrCtrl+S", "handler", channel.reference()))));
		page.invoke("plugin:menu|set_as_window_menu").arg("rid", rid).execute();
		assertThat(this.host.choose(MAIN, "save")).isTrue();
		assertThat(this.host.press(MAIN, "CmdOrCtrl+S")).isTrue();
		assertThat(channel.await(2).messages(String.class)).containsExactly("save", "save");
	}

	// row 123
	@Test
	void menuOpensOverTheCallersWindow() {
		TestPage page = this.tester.page("main");
		long rid = create(page, "Submenu", Map.of("text", "Sub"));
		Map<String, Object> at = Map.of("Physical", Map.of("x", 1.5, "y", 2));
		page.invoke("plugin:menu|popup").args(Map.of("rid", rid, "kind", "Submenu", "at", at)).get(Void.class);
		assertThat(this.host.popup(MAIN)).isNotNull();
		assertThat(this.host.popupPosition(MAIN)).isEqualTo(new MenuPosition(1.5, 2, true));
	}

	@Test
	void predefinedItemsAct() {
		// not the last window, with which the application would end
		Window window = this.runtime.create(WindowOptions.of("second"));
		Menu menu = new Menu();
		for (Type type : Type.values()) {
			menu.append(new PredefinedMenuItem(type, type.wireName(), null, null));
		}
		this.menus.setWindowMenu(window, menu);
		choose("Copy", "Paste");
		assertThat(this.host.edits()).containsExactly(Type.COPY, Type.PASTE);
		choose("Maximize");
		assertThat(window.isMaximized()).isTrue();
		choose("Maximize", "Fullscreen", "Minimize");
		assertThat(window.isMaximized()).isFalse();
		assertThat(window.isFullscreen()).isTrue();
		assertThat(window.isMinimized()).isTrue();
		choose("Hide");
		assertThat(window.isVisible()).isFalse();
		choose("ShowAll", "BringAllToFront");
		assertThat(window.isVisible()).isTrue();
		assertThat(window.isFocused()).isTrue();
		choose("About");
		assertThat(this.host.abouts()).singleElement().satisfies((about) -> assertThat(about.name()).isNotEmpty());
		choose("HideOthers", "Services", "Quit");
		assertThat(this.grants.exits).isEqualTo(1);
		choose("CloseWindow");
		Awaitility.await().until(() -> this.runtime.find(SECOND) == null);
		Awaitility.await().until(() -> this.host.menu(SECOND) == null);
	}

	private void choose(String... ids) {
		for (String id : ids) {
			assertThat(this.host.choose(SECOND, id)).as(id).isTrue();
		}
	}

	private static long create(TestPage page, String kind, Map<String, Object> options) {
		List<Object> made = page.invoke("plugin:menu|new")
			.args(Map.of("kind", kind, "options", options, "handler", page.channel().reference()))
			.get(new ParameterizedTypeReference<List<Object>>() {
			});
		return ((Number) made.get(0)).longValue();
	}

	/**
	 * Opens the plugins, and counts exits.
	 */
	@TestConfiguration
	static class Grants {

		volatile int exits;

		@Bean
		Capability menus() {
			return Capability.withId("menus")
				.windows("*")
				.permissions("core:menu:default", "core:tray:default")
				.build();
		}

		@Bean
		@Primary
		ExitHandler exitCounter() {
			return (code) -> this.exits++;
		}

	}

}
