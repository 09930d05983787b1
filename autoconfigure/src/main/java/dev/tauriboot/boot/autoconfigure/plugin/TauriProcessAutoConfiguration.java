package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;

import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.plugin.process.ProcessCommands;
import dev.tauriboot.plugin.process.ProcessRestarter;
import dev.tauriboot.plugin.process.Restarter;
import dev.tauriboot.plugin.process.StartCommand;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code process}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriEventAutoConfiguration.class)
@ConditionalOnClass(ProcessCommands.class)
@ConditionalOnTauriPlugin("process")
@EnableConfigurationProperties(TauriProcessAutoConfiguration.ProcessProperties.class)
public final class TauriProcessAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Restarter tauriRestarter(ExitHandler exit, ObjectProvider<ApplicationArguments> arguments) {
		ApplicationArguments passed = arguments.getIfAvailable();
		return new ProcessRestarter(exit,
				StartCommand.of((passed != null) ? List.of(passed.getSourceArgs()) : List.of()));
	}

	@Bean
	@ConditionalOnMissingBean
	ProcessCommands tauriProcessCommands(ExitHandler exit, @Lazy Restarter restarter) {
		return new ProcessCommands(exit, restarter);
	}

	/**
	 * Settings of the plugin process.
	 *
	 * @param enabled whether the plugin is there
	 */
	@ConfigurationProperties("tauri.plugins.process")
	record ProcessProperties(@DefaultValue("true") boolean enabled) {
	}

}
