package dev.tauriboot.boot.autoconfigure.plugin;

import ch.qos.logback.classic.LoggerContext;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.event.Events;
import dev.tauriboot.plugin.log.CommonsPageLog;
import dev.tauriboot.plugin.log.LogCommands;
import dev.tauriboot.plugin.log.LogForwarder;
import dev.tauriboot.plugin.log.PageLog;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code log}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriCorePluginsAutoConfiguration.class)
@ConditionalOnClass(PageLog.class)
@ConditionalOnTauriPlugin("log")
@EnableConfigurationProperties(TauriLogProperties.class)
public final class TauriLogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PageLog tauriPageLog(TauriLogProperties properties) {
		return new CommonsPageLog(properties.loggerPrefix(), properties.maxLength(), properties.maxLines());
	}

	@Bean
	@ConditionalOnMissingBean
	LogCommands tauriLogCommands(PageLog log) {
		return new LogCommands(log);
	}

	/**
	 * Lines of the application's log for pages.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("tauri.plugins.log.webview.enabled")
	static class ForwardingConfiguration {

		@Bean
		@ConditionalOnMissingBean
		LogForwarder tauriLogForwarder(Events events, TauriLogProperties properties) {
			return new LogForwarder(events, properties.webview().capacity(), properties.maxLength());
		}

	}

	/**
	 * Where those lines come from.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("tauri.plugins.log.webview.enabled")
	@ConditionalOnClass(LoggerContext.class)
	static class LogbackConfiguration {

		@Bean
		ForwardingAppender tauriForwardingAppender(LogForwarder forwarder, TauriLogProperties properties) {
			return new ForwardingAppender(forwarder, properties.webview().level());
		}

	}

}
