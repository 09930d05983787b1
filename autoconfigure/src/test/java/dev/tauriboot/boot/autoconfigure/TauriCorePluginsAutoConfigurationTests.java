package dev.tauriboot.boot.autoconfigure;

import java.nio.file.Path;

import dev.tauriboot.app.AppIcon;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.app.AppCommands;
import dev.tauriboot.plugin.image.ImageCommands;
import dev.tauriboot.plugin.path.PathCommands;
import dev.tauriboot.plugin.resources.ResourcesCommands;
import dev.tauriboot.resource.ResourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriCorePluginsAutoConfiguration}.
 */
class TauriCorePluginsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@ParameterizedTest
	@ValueSource(strings = { "plugin:app|version", "plugin:image|new", "plugin:path|join", "plugin:resources|close" })
	void pluginsHaveTheirCommands(String command) {
		this.runner.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(command)).isNotNull());
	}

	@ParameterizedTest
	@ValueSource(classes = { ResourceTable.class, ResourcesCommands.class, PathCommands.class, ImageCommands.class,
			AppIcon.class, AppCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

	@Test
	void resourcesAreThoseBesideTheApplication() {
		this.runner.run((context) -> assertThat(context.getBean(BaseDirectories.class).resolve(BaseDirectory.RESOURCE))
			.isEqualTo(Path.of("").toAbsolutePath()));
	}

	@Test
	void withoutCoreThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(JacksonAutoConfiguration.class, TauriCorePluginsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(InvokeService.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ResourceTable.class)
				.doesNotHaveBean(PathCommands.class));
	}

}
