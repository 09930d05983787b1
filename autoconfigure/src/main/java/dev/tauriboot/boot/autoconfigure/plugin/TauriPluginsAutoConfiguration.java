package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.door.Pages;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.plugin.TauriPlugins;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for plugins as such: their names and
 * what they are told of.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriEventAutoConfiguration.class)
@ConditionalOnClass(TauriPlugins.class)
public final class TauriPluginsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TauriPlugins tauriPlugins(ObjectProvider<TauriPlugin> plugins) {
		return TauriPlugins.of(plugins.orderedStream().toList());
	}

	@Bean
	PluginCallbacks tauriPluginCallbacks(TauriPlugins plugins, ObjectProvider<DesktopRuntime> runtime,
			ObjectProvider<AppHandle> app, Pages pages) {
		return new PluginCallbacks(plugins, runtime, app, pages);
	}

}
