package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.os.Os;
import dev.tauriboot.plugin.os.OsCommands;
import dev.tauriboot.plugin.os.OsPlugin;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code os}.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(OsPlugin.class)
@ConditionalOnTauriPlugin("os")
@EnableConfigurationProperties(TauriOsAutoConfiguration.OsProperties.class)
public final class TauriOsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Os tauriOs() {
		return new Os();
	}

	@Bean
	@ConditionalOnMissingBean
	OsPlugin tauriOsPlugin(Os os) {
		return new OsPlugin(os);
	}

	@Bean
	@ConditionalOnMissingBean
	OsCommands tauriOsCommands(Os os) {
		return new OsCommands(os);
	}

	/**
	 * Settings of the plugin os.
	 *
	 * @param enabled whether the plugin is there
	 */
	@ConfigurationProperties("tauri.plugins.os")
	record OsProperties(@DefaultValue("true") boolean enabled) {
	}

}
