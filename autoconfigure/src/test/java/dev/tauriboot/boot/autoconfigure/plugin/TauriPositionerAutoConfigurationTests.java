package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.positioner.Positioner;
import dev.tauriboot.plugin.positioner.PositionerCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriPositionerAutoConfiguration}.
 */
class TauriPositionerAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class,
				TauriPositionerAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@Test
	void pluginIsThere() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Positioner.class).hasSingleBean(PositionerCommands.class);
			assertThat(context.getBean(CommandRegistry.class).find("plugin:positioner|move_window")).isNotNull();
			assertThat(context.getBean(TauriPositionerProperties.class).enabled()).isTrue();
		});
	}

	@Test
	void pluginIsOffByProperty() {
		this.runner.withPropertyValues("tauri.plugins.positioner.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Positioner.class));
	}

	@Test
	void withoutThePluginsThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.plugin.positioner"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriPositioner"));
	}

	@ParameterizedTest
	@ValueSource(classes = { Positioner.class, PositionerCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
