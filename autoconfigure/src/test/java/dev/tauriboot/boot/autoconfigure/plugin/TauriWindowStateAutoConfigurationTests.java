package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.windowstate.StateFlag;
import dev.tauriboot.plugin.windowstate.WindowStateCommands;
import dev.tauriboot.plugin.windowstate.WindowStates;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriWindowStateAutoConfiguration}.
 */
class TauriWindowStateAutoConfigurationTests {

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriAutoConfiguration.class, TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class,
				TauriWindowStateAutoConfiguration.class))
		.withBean("directories", BaseDirectories.class,
				() -> (directory) -> this.folder.resolve(directory.name().toLowerCase(Locale.ROOT)))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	private Path file() {
		return this.folder.resolve("appconfig/.window-state.json");
	}

	@Test
	void pluginIsThereAndDoesNothingUnasked() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(WindowStates.class).hasSingleBean(WindowStateCommands.class);
			assertThat(context.getBean(CommandRegistry.class).find("plugin:window-state|filename")).isNotNull();
			context.getBean(DesktopRuntime.class).create(WindowOptions.of("notes"));
		});
		assertThat(file()).doesNotExist();
	}

	// row 272
	@Test
	void windowsAreKeptWhereThePluginIsGranted() {
		ApplicationContextRunner granted = this.runner.withBean("capability", Capability.class,
				() -> Capability.withId("state").windows("*").permissions("window-state:default").build());
		granted.run((context) -> {
			Window window = context.getBean(DesktopRuntime.class).create(WindowOptions.of("notes"));
			window.setPosition(100, 50);
			window.maximize();
		});
		assertThat(file()).exists();
		granted.run((context) -> {
			Window window = context.getBean(DesktopRuntime.class).create(WindowOptions.of("notes"));
			assertThat(window.isMaximized()).isTrue();
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(100, 50));
		});
	}

	@Test
	void propertyDecidesBeforeGrants() {
		this.runner.withPropertyValues("tauri.plugins.window-state.automatic=true")
			.run((context) -> context.getBean(DesktopRuntime.class).create(WindowOptions.of("notes")));
		assertThat(file()).exists();
	}

	@Test
	void pluginIsOffByProperty() {
		this.runner
			.withPropertyValues("tauri.plugins.window-state.enabled=false", "tauri.plugins.window-state.automatic=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WindowStates.class)
				.doesNotHaveBean(WindowStateLifecycle.class));
	}

	@Test
	void withoutThePluginsThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.plugin.windowstate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriWindowStates"));
	}

	@Test
	void beansOfTheApplicationReplaceOurs() {
		WindowStateCommands own = mock(WindowStateCommands.class);
		this.runner.withBean("own", WindowStateCommands.class, () -> own)
			.run((context) -> assertThat(context.getBean(WindowStateCommands.class)).isSameAs(own));
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("tauri.plugins.window-state.flags=size,position",
					"tauri.plugins.window-state.filename=windows.json", "tauri.plugins.window-state.denylist=splash",
					"tauri.plugins.window-state.skip-initial-state=main",
					"tauri.plugins.window-state.label-mapping.note-1=note")
			.run((context) -> {
				TauriWindowStateProperties properties = context.getBean(TauriWindowStateProperties.class);
				assertThat(properties.enabled()).isTrue();
				assertThat(properties.automatic()).isNull();
				assertThat(properties.flags()).containsExactlyInAnyOrder(StateFlag.SIZE, StateFlag.POSITION);
				assertThat(properties.denylist()).isEqualTo(Set.of("splash"));
				assertThat(properties.skipInitialState()).isEqualTo(Set.of("main"));
				assertThat(properties.labelMapping()).isEqualTo(Map.of("note-1", "note"));
				assertThat(context.getBean(WindowStates.class).filename()).isEqualTo("windows.json");
			});
		this.runner.run((context) -> assertThat(context.getBean(TauriWindowStateProperties.class).flags())
			.isEqualTo(WindowStates.ALL));
	}

}
