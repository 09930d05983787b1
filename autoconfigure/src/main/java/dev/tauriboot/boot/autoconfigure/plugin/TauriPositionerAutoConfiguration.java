package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.plugin.positioner.Positioner;
import dev.tauriboot.plugin.positioner.PositionerCommands;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code positioner}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class })
@ConditionalOnClass(Positioner.class)
@ConditionalOnBean(DesktopRuntime.class)
@ConditionalOnTauriPlugin("positioner")
@EnableConfigurationProperties(TauriPositionerProperties.class)
public final class TauriPositionerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Positioner tauriPositioner(DesktopRuntime runtime) {
		return new Positioner(runtime);
	}

	@Bean
	@ConditionalOnMissingBean
	PositionerCommands tauriPositionerCommands(Positioner positioner) {
		return new PositionerCommands(positioner);
	}

}
