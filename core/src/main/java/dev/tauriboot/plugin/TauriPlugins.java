package dev.tauriboot.plugin;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.acl.PermissionIdentifier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The plugins of an application, each name valid and taken once. A bean.
 *
 * @since 0.1.0
 */
public final class TauriPlugins implements Iterable<TauriPlugin> {

	// The plugins that every application has, whose commands are those of the core.
	private static final Set<String> BUILT_IN = Set.of("core", "app", "event", "image", "menu", "path", "resources",
			"tray", "webview", "window");

	private final List<TauriPlugin> plugins;

	private TauriPlugins(Collection<TauriPlugin> plugins) {
		this.plugins = List.copyOf(plugins);
	}

	/**
	 * Collect plugins.
	 * @param plugins the plugins, in their order
	 * @return these plugins
	 * @throws TauriPluginException if a name is not valid, or taken
	 */
	public static TauriPlugins of(Collection<? extends TauriPlugin> plugins) {
		Assert.notNull(plugins, "'plugins' must not be null");
		Map<String, TauriPlugin> byName = new LinkedHashMap<>();
		for (TauriPlugin plugin : plugins) {
			String name = plugin.name();
			String type = plugin.getClass().getName();
			String problem = problem(name);
			if (problem != null) {
				throw new TauriPluginException("The plugin " + type + " cannot be called '" + name + "': " + problem,
						"Return another name from its method 'name': lower-case letters, digits and hyphens.");
			}
			TauriPlugin other = byName.putIfAbsent(name, plugin);
			if (other != null) {
				throw new TauriPluginException(
						"There are two plugins '" + name + "':\n\n  - " + other.getClass().getName() + "\n  - " + type,
						"Rename one of them, or switch ours off by 'tauri.plugins." + name + ".enabled=false'.");
			}
		}
		return new TauriPlugins(byName.values());
	}

	private static @Nullable String problem(@Nullable String name) {
		if (name == null || name.indexOf(':') >= 0) {
			return "names have no colon";
		}
		return BUILT_IN.contains(name) ? "a plugin of the core has this name" : PermissionIdentifier.problem(name);
	}

	@Override
	public Iterator<TauriPlugin> iterator() {
		return this.plugins.iterator();
	}

}
