package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriFileDialogAutoConfiguration;
import dev.tauriboot.plugin.dialog.DialogCommands;
import dev.tauriboot.plugin.dialog.DialogPlugin;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogs;
import dev.tauriboot.scope.GrantedPaths;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code dialog}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAssetAutoConfiguration.class, TauriFileDialogAutoConfiguration.class })
@ConditionalOnClass(DialogCommands.class)
@ConditionalOnTauriPlugin("dialog")
@EnableConfigurationProperties(TauriDialogAutoConfiguration.DialogProperties.class)
public final class TauriDialogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DialogCommands tauriDialogCommands(FileDialogs files, MessageDialogs messages, GrantedPaths granted,
			PackageInfo info) {
		return new DialogCommands(files, messages, granted, info.name());
	}

	@Bean
	@ConditionalOnMissingBean
	DialogPlugin tauriDialogPlugin(DialogProperties properties, ObjectProvider<RuntimeAuthority> authority) {
		return new DialogPlugin(
				() -> properties.overrideWindowDialogs() && Grants.exist(authority, "plugin:dialog|message"));
	}

	/**
	 * Settings of the plugin dialog.
	 *
	 * @param enabled whether the plugin is there
	 * @param overrideWindowDialogs whether alert and confirm of pages are those of the
	 * plugin, where a capability grants it
	 */
	@ConfigurationProperties("tauri.plugins.dialog")
	record DialogProperties(@DefaultValue("true") boolean enabled,
			@DefaultValue("true") boolean overrideWindowDialogs) {
	}

}
