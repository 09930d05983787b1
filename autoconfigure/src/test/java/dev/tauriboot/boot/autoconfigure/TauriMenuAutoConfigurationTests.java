package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.javafx.FxMenuHost;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.runtime.memory.MemoryMenuHost;
import dev.tauriboot.tray.AwtTrayHost;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.notifier.NotifierTrayHost;
import dev.tauriboot.window.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

/**
 * Which menus and trays an application gets.
 */
class TauriMenuAutoConfigurationTests {

	private static final String DBUS = "org.freedesktop.dbus";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriMenuAutoConfiguration.class,
				TauriTrayAutoConfiguration.class))
		.withBean(DesktopRuntime.class, () -> mock(DesktopRuntime.class))
		.withPropertyValues("tauri.app.exit-jvm=false");

	@ParameterizedTest
	@ValueSource(strings = { "plugin:menu|new", "plugin:menu|set_checked", "plugin:tray|new" })
	void pluginsHaveTheirCommands(String command) {
		this.runner.withPropertyValues("tauri.runtime=none")
			.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(command)).isNotNull());
	}

	@Test
	void menusAreThoseOfTheRuntime() {
		this.runner.withPropertyValues("tauri.runtime=none")
			.run((context) -> assertThat(context).getBean(MenuHost.class).isInstanceOf(MemoryMenuHost.class));
		this.runner.withPropertyValues("tauri.runtime=javafx")
			.run((context) -> assertThat(context).getBean(MenuHost.class).isInstanceOf(FxMenuHost.class));
	}

	@Test
	void browserShowsNoMenus() {
		this.runner.withPropertyValues("tauri.runtime=browser").run((context) -> {
			Menus menus = context.getBean(Menus.class);
			assertThatThrownBy(() -> menus.popup(mock(Window.class), new Menu(), null))
				.isInstanceOf(UnsupportedOperationException.class)
				.hasMessage("a browser shows no menus of the application");
		});
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void trayOfLinuxIsReachedByTheLibrary() {
		this.runner.withPropertyValues("tauri.runtime=none")
			.run((context) -> assertThat(context).getBean(TrayHost.class).isInstanceOf(NotifierTrayHost.class));
	}

	@Test
	void withoutTheLibraryTheTrayIsThatOfAwt() {
		this.runner.withPropertyValues("tauri.runtime=none")
			.withClassLoader(new FilteredClassLoader(DBUS))
			.run((context) -> assertThat(context).getBean(TrayHost.class).isInstanceOf(AwtTrayHost.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { MenuHost.class, TrayHost.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner.withPropertyValues("tauri.runtime=none"), type);
	}

}
