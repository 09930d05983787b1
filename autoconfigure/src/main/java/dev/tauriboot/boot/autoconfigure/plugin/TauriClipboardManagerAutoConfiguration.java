package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.ConditionalOnTauriRuntime;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.javafx.FxClipboard;
import dev.tauriboot.plugin.clipboardmanager.ClipboardCommands;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.Clipboard;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin
 * {@code clipboard-manager}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriCorePluginsAutoConfiguration.class)
@ConditionalOnClass(ClipboardCommands.class)
@ConditionalOnTauriPlugin("clipboard-manager")
@EnableConfigurationProperties(TauriClipboardManagerAutoConfiguration.ClipboardManagerProperties.class)
public final class TauriClipboardManagerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClipboardCommands tauriClipboardCommands(Clipboard clipboard, ResourceTable resources) {
		return new ClipboardCommands(clipboard, resources);
	}

	/**
	 * The clipboard that JavaFX reaches.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FxClipboard.class)
	@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
	static class FxClipboardConfiguration {

		@Bean
		@ConditionalOnMissingBean(Clipboard.class)
		FxClipboard tauriClipboard() {
			return new FxClipboard();
		}

	}

	/**
	 * No clipboard: that of who looks at a browser is elsewhere.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTauriRuntime({ RuntimeType.BROWSER, RuntimeType.NONE })
	static class NoClipboardConfiguration {

		@Bean
		@ConditionalOnMissingBean
		Clipboard tauriClipboard() {
			return Clipboard.unavailable();
		}

	}

	/**
	 * Settings of the plugin clipboard-manager.
	 *
	 * @param enabled whether the plugin is there
	 */
	@ConfigurationProperties("tauri.plugins.clipboard-manager")
	record ClipboardManagerProperties(@DefaultValue("true") boolean enabled) {
	}

}
