package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.plugin.notification.NotificationCommands;
import dev.tauriboot.plugin.notification.NotificationPlugin;
import dev.tauriboot.plugin.notification.Notifier;
import dev.tauriboot.plugin.notification.SystemNotifier;
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
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code notification}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class)
@ConditionalOnClass(NotificationCommands.class)
@ConditionalOnTauriPlugin("notification")
@EnableConfigurationProperties(TauriNotificationAutoConfiguration.NotificationProperties.class)
public final class TauriNotificationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Notifier tauriNotifier(NotificationProperties properties, PackageInfo info) {
		String name = properties.appName();
		return new SystemNotifier(StringUtils.hasText(name) ? name : info.name(), properties.icon());
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationCommands tauriNotificationCommands(Notifier notifier) {
		return new NotificationCommands(notifier);
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationPlugin tauriNotificationPlugin(ObjectProvider<RuntimeAuthority> authority) {
		return new NotificationPlugin(() -> Grants.exist(authority, "plugin:notification|notify"));
	}

	/**
	 * Settings of the plugin notification.
	 *
	 * @param enabled whether the plugin is there
	 * @param appName what the desktop is told the application is called; by default its
	 * name
	 * @param icon the icon of notes that have none: a file, or the name of an icon of the
	 * desktop
	 */
	@ConfigurationProperties("tauri.plugins.notification")
	record NotificationProperties(@DefaultValue("true") boolean enabled, @Nullable String appName,
			@Nullable String icon) {
	}

}
