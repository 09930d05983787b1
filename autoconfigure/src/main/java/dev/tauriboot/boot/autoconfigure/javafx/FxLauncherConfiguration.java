package dev.tauriboot.boot.autoconfigure.javafx;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.dbus.UnityLauncherIcon;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.runtime.LauncherIcon;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * The launchers of Linux desktops where the library that speaks to them is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.freedesktop.dbus.connections.impl.DBusConnection")
class FxLauncherConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LauncherIcon tauriLauncherIcon(TauriProperties properties, PackageInfo info) {
		if (Platform.of(System.getProperty("os.name")) != Platform.LINUX) {
			return LauncherIcon.none();
		}
		String file = properties.javafx().desktopFile();
		return new UnityLauncherIcon(StringUtils.hasText(file) ? file : info.name() + ".desktop");
	}

}
