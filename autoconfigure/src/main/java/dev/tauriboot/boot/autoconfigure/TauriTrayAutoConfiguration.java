package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.plugin.tray.TrayCommands;
import dev.tauriboot.plugin.tray.Trays;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.tray.AwtTrayHost;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.notifier.NotifierTrayHost;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for icons in the system's tray.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriMenuAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
public final class TauriTrayAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Trays tauriTrays(TrayHost host, Menus menus) {
		return new Trays(host, menus);
	}

	@Bean
	@ConditionalOnMissingBean
	TrayCommands tauriTrayCommands(Trays trays, ResourceTable resources) {
		return new TrayCommands(trays, resources);
	}

	/**
	 * The tray of Linux desktops where the library that speaks to them is there.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.freedesktop.dbus.connections.impl.DBusConnection")
	static class NotifierTrayConfiguration {

		@Bean
		@ConditionalOnMissingBean
		TrayHost tauriTrayHost(PackageInfo info) {
			boolean linux = Platform.of(System.getProperty("os.name")) == Platform.LINUX;
			return linux ? new NotifierTrayHost(info.name()) : new AwtTrayHost();
		}

	}

	/**
	 * The tray that AWT reaches.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.freedesktop.dbus.connections.impl.DBusConnection")
	static class AwtTrayConfiguration {

		@Bean
		@ConditionalOnMissingBean(TrayHost.class)
		AwtTrayHost tauriTrayHost() {
			return new AwtTrayHost();
		}

	}

}
