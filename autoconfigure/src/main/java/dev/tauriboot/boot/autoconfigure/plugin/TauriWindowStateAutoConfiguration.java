package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.windowstate.WindowStateCommands;
import dev.tauriboot.plugin.windowstate.WindowStates;
import dev.tauriboot.runtime.DesktopRuntime;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code window-state}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriCorePluginsAutoConfiguration.class, TauriLifecycleAutoConfiguration.class })
@ConditionalOnClass(WindowStates.class)
@ConditionalOnBean(DesktopRuntime.class)
@ConditionalOnTauriPlugin("window-state")
@EnableConfigurationProperties(TauriWindowStateProperties.class)
public final class TauriWindowStateAutoConfiguration {

	private static final List<String> COMMANDS = List.of("plugin:window-state|save_window_state",
			"plugin:window-state|restore_state", "plugin:window-state|filename");

	@Bean
	@ConditionalOnMissingBean
	WindowStates tauriWindowStates(DesktopRuntime runtime, BaseDirectories directories,
			TauriWindowStateProperties properties, ObjectProvider<RuntimeAuthority> authority) {
		Boolean asked = properties.automatic();
		BooleanSupplier automatic = (asked != null) ? () -> asked : () -> isGranted(authority.getIfAvailable());
		Map<String, String> labels = properties.labelMapping();
		return new WindowStates(runtime,
				new WindowStates.Settings(() -> directories.resolve(BaseDirectory.APPCONFIG), properties.filename(),
						properties.flags(), automatic, properties.denylist(), properties.skipInitialState(),
						(label) -> labels.getOrDefault(label, label)));
	}

	// The plugin comes with the starter, so that its mere presence says nothing.
	private static boolean isGranted(@Nullable RuntimeAuthority authority) {
		return authority != null && COMMANDS.stream().anyMatch(authority.acl().allowed()::containsKey);
	}

	@Bean
	WindowStateLifecycle tauriWindowStateLifecycle(WindowStates states) {
		return new WindowStateLifecycle(states);
	}

	@Bean
	@ConditionalOnMissingBean
	WindowStateCommands tauriWindowStatePluginCommands(WindowStates states) {
		return new WindowStateCommands(states);
	}

}
