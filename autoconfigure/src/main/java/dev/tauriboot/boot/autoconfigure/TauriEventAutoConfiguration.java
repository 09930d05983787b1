package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.command.annotation.support.AnnotatedEventListenerRegistrar;
import dev.tauriboot.command.annotation.support.AppHandleArgumentResolver;
import dev.tauriboot.command.annotation.support.ChannelArgumentResolver;
import dev.tauriboot.command.annotation.support.JsonArgumentResolver;
import dev.tauriboot.event.ApplicationEventBridge;
import dev.tauriboot.event.Events;
import dev.tauriboot.event.SystemEvents;
import dev.tauriboot.plugin.channel.ChannelCommands;
import dev.tauriboot.plugin.event.EventCommands;
import dev.tauriboot.runtime.DesktopRuntime;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for events, channels and the
 * application's handle.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
public final class TauriEventAutoConfiguration {

	@Bean
	@Fallback
	@ConditionalOnMissingBean
	ApplicationExit tauriApplicationExit(ConfigurableApplicationContext context, TauriProperties properties) {
		return new ApplicationExit(context, properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Events tauriEvents(JsonMapper mapper, CommandExecutor executor, ObjectProvider<DesktopRuntime> runtime,
			TauriProperties properties) {
		Events events = new Events(mapper, executor, () -> {
			DesktopRuntime current = runtime.getIfAvailable();
			return current != null && current.mainThread().isCurrent();
		});
		events.setMaxListeners(properties.ipc().maxListeners());
		events.setMaxQueued(properties.ipc().maxQueuedEvents());
		return events;
	}

	@Bean
	@ConditionalOnMissingBean
	SystemEvents tauriSystemEvents(Events events) {
		return new SystemEvents(events);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	AppHandle tauriAppHandle(Events events, DesktopRuntime runtime, ExitHandler exit, PackageInfo info) {
		return new AppHandle(events, runtime, exit, info);
	}

	@Bean
	@ConditionalOnMissingBean
	PackageInfo tauriPackageInfo(TauriProperties properties, Environment environment) {
		return properties.packageInfo(environment);
	}

	@Bean
	AppHandleArgumentResolver tauriAppHandleArgumentResolver(ObjectProvider<AppHandle> app) {
		return new AppHandleArgumentResolver(app::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	ChannelArgumentResolver tauriChannelArgumentResolver(Channels channels, JsonMapper mapper) {
		return new ChannelArgumentResolver(channels, new JsonArgumentResolver(mapper));
	}

	@Bean
	ApplicationEventBridge tauriApplicationEventBridge(Events events) {
		return new ApplicationEventBridge(events);
	}

	@Bean
	static AnnotatedEventListenerRegistrar tauriEventListenerRegistrar(ConfigurableListableBeanFactory beanFactory,
			Events events, ObjectProvider<AppHandle> app) {
		return new AnnotatedEventListenerRegistrar(beanFactory, events, app::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	EventCommands tauriEventCommands(Events events) {
		return new EventCommands(events);
	}

	@Bean
	@ConditionalOnMissingBean
	ChannelCommands tauriChannelCommands() {
		return new ChannelCommands();
	}

}
