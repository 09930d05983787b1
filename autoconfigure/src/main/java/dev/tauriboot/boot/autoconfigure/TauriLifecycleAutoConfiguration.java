package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.boot.autoconfigure.javafx.FxRuntimeAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.door.Pages;
import dev.tauriboot.door.PipelineWarmUp;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.WindowListener;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for opening and closing the windows
 * with the context.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAutoConfiguration.class, FxRuntimeAutoConfiguration.class })
@ConditionalOnClass(DesktopRuntime.class)
public final class TauriLifecycleAutoConfiguration {

	@Bean
	@ConditionalOnBean(DesktopRuntime.class)
	TauriLifecycle tauriLifecycle(DesktopRuntime runtime, ObjectProvider<CommandRegistry> commands,
			ObjectProvider<WindowListener> listeners, TauriProperties properties) {
		listeners.orderedStream().forEach(runtime::addListener);
		return new TauriLifecycle(runtime, commands, properties.app().windowOptions());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
	@ConditionalOnBooleanProperty(name = "tauri.ipc.warm-up", matchIfMissing = true)
	PipelineWarmUp tauriPipelineWarmUp(JsonMapper mapper, Pages pages) {
		PipelineWarmUp warmUp = new PipelineWarmUp(mapper);
		pages.addListener((page) -> warmUp.start());
		return warmUp;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTauriRuntime(RuntimeType.NONE)
	static class NoRuntimeConfiguration {

		@Bean(destroyMethod = "")
		@ConditionalOnMissingBean(DesktopRuntime.class)
		MemoryRuntime tauriDesktopRuntime(ApplicationExit exit, TauriProperties properties) {
			MemoryRuntime runtime = new MemoryRuntime(exit::lastWindowClosed);
			runtime.setLimits(properties.ipc().outboundLimits());
			return runtime;
		}

	}

}
