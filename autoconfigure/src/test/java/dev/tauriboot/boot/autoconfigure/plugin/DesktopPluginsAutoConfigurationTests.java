package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriFileDialogAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.plugin.clipboardmanager.ClipboardCommands;
import dev.tauriboot.plugin.dialog.DialogCommands;
import dev.tauriboot.plugin.globalshortcut.GlobalShortcutCommands;
import dev.tauriboot.plugin.globalshortcut.GlobalShortcuts;
import dev.tauriboot.plugin.globalshortcut.NativeShortcutHost;
import dev.tauriboot.plugin.globalshortcut.ShortcutException;
import dev.tauriboot.plugin.globalshortcut.ShortcutHost;
import dev.tauriboot.plugin.notification.NotificationCommands;
import dev.tauriboot.plugin.notification.Notifier;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.Clipboard;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the auto-configuration of the plugins of the desktop.
 */
class DesktopPluginsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriAutoConfiguration.class, TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriFileDialogAutoConfiguration.class, TauriCorePluginsAutoConfiguration.class,
				TauriLifecycleAutoConfiguration.class, TauriDialogAutoConfiguration.class,
				TauriClipboardManagerAutoConfiguration.class, TauriNotificationAutoConfiguration.class,
				TauriGlobalShortcutAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@ParameterizedTest
	@CsvSource({ "dialog, open", "clipboard-manager, read_text", "notification, notify", "global-shortcut, register" })
	void pluginIsThereUnlessItIsSwitchedOff(String plugin, String command) {
		String name = "plugin:" + plugin + "|" + command;
		this.runner.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(name)).isNotNull());
		this.runner.withPropertyValues("tauri.plugins." + plugin + ".enabled=false")
			.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(name)).isNull());
	}

	@ParameterizedTest
	@CsvSource({ "dialog, tauriDialogCommands", "clipboardmanager, tauriClipboardCommands",
			"notification, tauriNotifier", "globalshortcut, tauriGlobalShortcuts" })
	void withoutThePluginThereIsNothing(String plugin, String bean) {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.plugin." + plugin))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(bean));
	}

	@ParameterizedTest
	@ValueSource(classes = { FileDialogs.class, MessageDialogs.class, Clipboard.class, Notifier.class,
			ShortcutHost.class, GlobalShortcuts.class, DialogCommands.class, ClipboardCommands.class,
			NotificationCommands.class, GlobalShortcutCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

	@ParameterizedTest
	@CsvSource({ "core:default, true, false", "dialog:default, true, true", "dialog:default, false, false" })
	void dialogsOfPagesAreThePluginsWhereItIsGranted(String permission, boolean property, boolean overridden) {
		this.runner
			.withPropertyValues("tauri.app.security.capabilities.main.windows=*",
					"tauri.app.security.capabilities.main.permissions=" + permission,
					"tauri.plugins.dialog.override-window-dialogs=" + property)
			.run((context) -> assertThat(context.getBean(BootstrapScript.class).text().contains("window.confirm"))
				.isEqualTo(overridden));
	}

	@ParameterizedTest
	@CsvSource({ "none, NoClipboard", "browser, NoClipboard", "javafx, FxClipboard" })
	void clipboardIsThatOfTheToolkit(String runtime, String type) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TauriClipboardManagerAutoConfiguration.class))
			.withPropertyValues("tauri.runtime=" + runtime)
			.withBean(ResourceTable.class)
			.run((context) -> assertThat(context.getBean(Clipboard.class).getClass().getSimpleName()).isEqualTo(type));
	}

	@ParameterizedTest
	@CsvSource({ "core:default, false", "notification:default, true" })
	void notificationOfPagesIsThePluginsWhereItIsGranted(String permission, boolean replaced) {
		this.runner
			.withPropertyValues("tauri.app.security.capabilities.main.windows=*",
					"tauri.app.security.capabilities.main.permissions=" + permission)
			.run((context) -> assertThat(context.getBean(BootstrapScript.class).text().contains("plugin:notification|"))
				.isEqualTo(replaced));
	}

	@Test
	void notesAreAsConfigured() {
		this.runner
			.withPropertyValues("tauri.plugins.notification.app-name=Notes", "tauri.plugins.notification.icon=note")
			.run((context) -> assertThat(context.getBean(Notifier.class))
				.hasFieldOrPropertyWithValue("application", "Notes")
				.hasFieldOrPropertyWithValue("icon", "note"));
	}

	// row 208
	@Test
	void withoutTheLibraryNoKeysAreWatched() {
		this.runner
			.run((context) -> assertThat(context).getBean(ShortcutHost.class).isInstanceOf(NativeShortcutHost.class));
		this.runner.withClassLoader(new FilteredClassLoader("com.github.kwhat.jnativehook"))
			.run((context) -> assertThatExceptionOfType(ShortcutException.class)
				.isThrownBy(() -> context.getBean(GlobalShortcuts.class).register("F1", (state) -> {
				}))
				.withMessage("global shortcuts are not available on this display"));
	}

}
