package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.Map;
import java.util.Set;

import dev.tauriboot.plugin.windowstate.StateFlag;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code window-state}.
 *
 * @param enabled whether the plugin is there
 * @param automatic whether windows are kept and brought back without being asked; by
 * default if a capability grants a command of the plugin
 * @param flags what is kept of windows
 * @param filename the name of the file in the application's configuration
 * @param denylist labels of windows that are neither kept nor brought back
 * @param skipInitialState labels of windows that are kept, but not brought back when they
 * open
 * @param labelMapping names in the file by the labels of windows, for windows that are to
 * have one state together
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.window-state")
public record TauriWindowStateProperties(@DefaultValue("true") boolean enabled, @Nullable Boolean automatic,
		@DefaultValue( {
				"size", "position", "maximized", "visible", "decorations", "fullscreen" }) Set<StateFlag> flags,
		@DefaultValue(".window-state.json") String filename, @DefaultValue Set<String> denylist,
		@DefaultValue Set<String> skipInitialState, @DefaultValue Map<String, String> labelMapping){

}
