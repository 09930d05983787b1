package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.plugin.singleinstance.SingleInstance;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin
 * {@code single-instance}. The claim itself is made before there is a context.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriLifecycleAutoConfiguration.class)
@ConditionalOnClass(SingleInstance.class)
@EnableConfigurationProperties(TauriSingleInstanceAutoConfiguration.SingleInstanceProperties.class)
public final class TauriSingleInstanceAutoConfiguration {

	@Bean
	@ConditionalOnBean(SingleInstance.class)
	SecondInstances tauriSecondInstances(SingleInstance instance, ApplicationEventPublisher publisher,
			ObjectProvider<DesktopRuntime> runtime, SingleInstanceProperties properties) {
		return new SecondInstances(instance, publisher,
				properties.focusMainWindow() ? runtime::getIfAvailable : () -> null);
	}

	/**
	 * Settings of the plugin single-instance.
	 *
	 * @param enabled whether the application runs once for each user
	 * @param focusMainWindow whether a second start brings the window main to the front,
	 * or the first one if there is no main
	 * @param maxWaiting how many other starts may wait until the application is ready; of
	 * more it is not told
	 */
	@ConfigurationProperties("tauri.plugins.single-instance")
	record SingleInstanceProperties(@DefaultValue("false") boolean enabled,
			@DefaultValue("true") boolean focusMainWindow, @DefaultValue("100") int maxWaiting) {
	}

}
