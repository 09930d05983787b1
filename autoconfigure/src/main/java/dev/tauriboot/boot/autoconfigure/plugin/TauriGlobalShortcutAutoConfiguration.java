package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.globalshortcut.GlobalShortcutCommands;
import dev.tauriboot.plugin.globalshortcut.GlobalShortcuts;
import dev.tauriboot.plugin.globalshortcut.NativeShortcutHost;
import dev.tauriboot.plugin.globalshortcut.ShortcutHost;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin
 * {@code global-shortcut}.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(GlobalShortcuts.class)
@ConditionalOnTauriPlugin("global-shortcut")
@EnableConfigurationProperties(TauriGlobalShortcutAutoConfiguration.GlobalShortcutProperties.class)
public final class TauriGlobalShortcutAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	GlobalShortcuts tauriGlobalShortcuts(ShortcutHost host) {
		return new GlobalShortcuts(host);
	}

	@Bean
	@ConditionalOnMissingBean
	GlobalShortcutCommands tauriGlobalShortcutCommands(GlobalShortcuts shortcuts) {
		return new GlobalShortcutCommands(shortcuts);
	}

	/**
	 * Keys where the library that watches them is there.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "com.github.kwhat.jnativehook.GlobalScreen")
	static class NativeShortcutConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ShortcutHost tauriShortcutHost() {
			return new NativeShortcutHost();
		}

	}

	/**
	 * No keys.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("com.github.kwhat.jnativehook.GlobalScreen")
	static class NoShortcutConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ShortcutHost tauriShortcutHost() {
			return ShortcutHost.unavailable();
		}

	}

	/**
	 * Settings of the plugin global-shortcut.
	 *
	 * @param enabled whether the plugin is there
	 */
	@ConfigurationProperties("tauri.plugins.global-shortcut")
	record GlobalShortcutProperties(@DefaultValue("true") boolean enabled) {
	}

}
