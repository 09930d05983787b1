package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.webview.WebviewBoundsCommands;
import dev.tauriboot.plugin.webview.WebviewCreationCommands;
import dev.tauriboot.plugin.webview.WebviewLookup;
import dev.tauriboot.plugin.webview.WebviewStateCommands;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code webview}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class })
@ConditionalOnClass(InvokeService.class)
@ConditionalOnBean(DesktopRuntime.class)
@EnableConfigurationProperties(TauriProperties.class)
public final class TauriWebviewAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WebviewLookup tauriWebviewLookup(DesktopRuntime runtime, TauriProperties properties) {
		return new WebviewLookup(runtime, properties.app().maxWindows());
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewCreationCommands tauriWebviewCreationCommands(WebviewLookup webviews) {
		return new WebviewCreationCommands(webviews);
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewBoundsCommands tauriWebviewBoundsCommands(WebviewLookup webviews) {
		return new WebviewBoundsCommands(webviews);
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewStateCommands tauriWebviewStateCommands(WebviewLookup webviews) {
		return new WebviewStateCommands(webviews);
	}

}
