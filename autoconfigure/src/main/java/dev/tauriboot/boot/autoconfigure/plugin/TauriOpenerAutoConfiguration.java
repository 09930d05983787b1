package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.opener.FileManager;
import dev.tauriboot.plugin.opener.Opener;
import dev.tauriboot.plugin.opener.OpenerCommands;
import dev.tauriboot.plugin.opener.OpenerPlugin;
import dev.tauriboot.plugin.opener.SystemFileManager;
import dev.tauriboot.runtime.DesktopOpener;
import org.jspecify.annotations.Nullable;

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
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code opener}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAssetAutoConfiguration.class)
@ConditionalOnClass(OpenerCommands.class)
@ConditionalOnTauriPlugin("opener")
@EnableConfigurationProperties(TauriOpenerAutoConfiguration.OpenerProperties.class)
public final class TauriOpenerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DesktopOpener tauriDesktopOpener() {
		return DesktopOpener.system();
	}

	@Bean
	@ConditionalOnMissingBean
	FileManager tauriFileManager(DesktopOpener opener) {
		return new SystemFileManager(opener);
	}

	@Bean
	@ConditionalOnMissingBean
	Opener tauriOpener(DesktopOpener opener, FileManager fileManager) {
		return new Opener(opener, fileManager);
	}

	@Bean
	@ConditionalOnMissingBean
	OpenerCommands tauriOpenerCommands(Opener opener, BaseDirectories directories, OpenerProperties properties) {
		return new OpenerCommands(opener, directories, properties.requireLiteralLeadingDot());
	}

	@Bean
	@ConditionalOnMissingBean
	OpenerPlugin tauriOpenerPlugin(OpenerProperties properties, ObjectProvider<RuntimeAuthority> authority) {
		return new OpenerPlugin(
				() -> properties.openJsLinksOnClick() && Grants.exist(authority, "plugin:opener|open_url"));
	}

	/**
	 * Settings of the plugin opener.
	 *
	 * @param enabled whether the plugin is there
	 * @param requireLiteralLeadingDot whether wildcards in path scopes leave hidden files
	 * alone; the default is that of the platform
	 * @param openJsLinksOnClick whether links that want a window of their own open in the
	 * browser, where a capability grants it
	 */
	@ConfigurationProperties("tauri.plugins.opener")
	record OpenerProperties(@DefaultValue("true") boolean enabled, @Nullable Boolean requireLiteralLeadingDot,
			@DefaultValue("true") boolean openJsLinksOnClick) {
	}

}
