package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.shell.Shell;
import dev.tauriboot.plugin.shell.ShellCommands;
import dev.tauriboot.plugin.shell.ShellPlugin;
import dev.tauriboot.plugin.shell.Sidecars;
import dev.tauriboot.runtime.DesktopOpener;
import dev.tauriboot.scope.ShellOpenScope;
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
import org.springframework.util.unit.DataSize;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code shell}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAssetAutoConfiguration.class, TauriOpenerAutoConfiguration.class })
@ConditionalOnClass(ShellCommands.class)
@ConditionalOnTauriPlugin("shell")
@EnableConfigurationProperties(TauriShellAutoConfiguration.ShellProperties.class)
public final class TauriShellAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Shell tauriShell(ShellProperties properties) {
		return new Shell(properties.maxOutput().toBytes(), properties.maxInput().toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	Sidecars tauriSidecars(TauriProperties properties, BaseDirectories directories) {
		return Sidecars.of(properties.bundle().externalBin(), directories.resolve(BaseDirectory.RESOURCE));
	}

	@Bean
	@ConditionalOnMissingBean
	DesktopOpener tauriDesktopOpener() {
		return DesktopOpener.system();
	}

	@Bean
	@ConditionalOnMissingBean
	ShellCommands tauriShellCommands(Shell shell, DesktopOpener opener, Sidecars sidecars, BaseDirectories directories,
			ShellProperties properties) {
		return new ShellCommands(shell, opener, properties.openScope(), sidecars, directories);
	}

	@Bean
	@ConditionalOnMissingBean
	ShellPlugin tauriShellPlugin(ObjectProvider<RuntimeAuthority> authority) {
		return new ShellPlugin(() -> Grants.exist(authority, "plugin:shell|open"));
	}

	/**
	 * Settings of the plugin shell.
	 *
	 * @param enabled whether the plugin is there
	 * @param open what pages may have opened: true for addresses of the web, of mail and
	 * of telephones, false for nothing, or a regular expression that must match as a
	 * whole
	 * @param maxOutput how much a program may write that is run to its end, to both its
	 * outputs
	 * @param maxInput how much of what pages write may wait for a program to read it
	 */
	@ConfigurationProperties("tauri.plugins.shell")
	record ShellProperties(@DefaultValue("true") boolean enabled, @Nullable String open,
			@DefaultValue("64MB") DataSize maxOutput, @DefaultValue("64MB") DataSize maxInput) {

		ShellOpenScope openScope() {
			try {
				return ShellOpenScope.of(this.open);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("'tauri.plugins.shell.open' is not valid: " + ex.getMessage(), ex);
			}
		}

	}

}
