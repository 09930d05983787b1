package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.webview.WebviewBoundsCommands;
import dev.tauriboot.plugin.webview.WebviewCreationCommands;
import dev.tauriboot.plugin.webview.WebviewStateCommands;
import dev.tauriboot.plugin.window.MonitorCommands;
import dev.tauriboot.plugin.window.WindowBoundsCommands;
import dev.tauriboot.plugin.window.WindowCreationCommands;
import dev.tauriboot.plugin.window.WindowFlagCommands;
import dev.tauriboot.plugin.window.WindowIconCommands;
import dev.tauriboot.plugin.window.WindowLookCommands;
import dev.tauriboot.plugin.window.WindowLookup;
import dev.tauriboot.plugin.window.WindowQueryCommands;
import dev.tauriboot.plugin.window.WindowStateCommands;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugins {@code window} and
 * {@code webview}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class })
@ConditionalOnClass(InvokeService.class)
@ConditionalOnBean(DesktopRuntime.class)
@EnableConfigurationProperties(TauriProperties.class)
public final class TauriWindowAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WindowLookup tauriWindowLookup(DesktopRuntime runtime, TauriProperties properties) {
		return new WindowLookup(runtime, properties.app().maxWindows());
	}

	@Bean
	@ConditionalOnMissingBean
	WindowQueryCommands tauriWindowQueryCommands(WindowLookup windows) {
		return new WindowQueryCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowStateCommands tauriWindowStateCommands(WindowLookup windows) {
		return new WindowStateCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowFlagCommands tauriWindowFlagCommands(WindowLookup windows) {
		return new WindowFlagCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowBoundsCommands tauriWindowBoundsCommands(WindowLookup windows) {
		return new WindowBoundsCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowLookCommands tauriWindowLookCommands(WindowLookup windows) {
		return new WindowLookCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowIconCommands tauriWindowIconCommands(WindowLookup windows, ResourceTable resources) {
		return new WindowIconCommands(windows, resources);
	}

	@Bean
	@ConditionalOnMissingBean
	MonitorCommands tauriMonitorCommands(WindowLookup windows) {
		return new MonitorCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowCreationCommands tauriWindowCreationCommands(WindowLookup windows) {
		return new WindowCreationCommands(windows);
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewCreationCommands tauriWebviewCreationCommands(WindowLookup lookup) {
		return new WebviewCreationCommands(lookup);
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewBoundsCommands tauriWebviewBoundsCommands(WindowLookup lookup) {
		return new WebviewBoundsCommands(lookup);
	}

	@Bean
	@ConditionalOnMissingBean
	WebviewStateCommands tauriWebviewStateCommands(WindowLookup lookup) {
		return new WebviewStateCommands(lookup);
	}

}
