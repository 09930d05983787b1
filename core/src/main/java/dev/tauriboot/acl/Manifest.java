package dev.tauriboot.acl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.CommandName;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * All permissions, sets and the default of one plugin or of the application (acl 2.4).
 * For each of its commands there are the permissions {@code allow-…} and {@code deny-…},
 * written or not (acl 2.5).
 *
 * @param key the plugin's name, with {@code core:} for a built-in one, or
 * {@value #APP_KEY}
 * @param commands the commands it knows, by their names without plugin
 * @param defaultSet the default, may be {@code null}
 * @param permissions the permissions by name, those made for its commands among them
 * @param sets the sets by name, without the default
 * @since 0.1.0
 */
public record Manifest(String key, List<String> commands, @Nullable PermissionSet defaultSet,
		Map<String, Permission> permissions, Map<String, PermissionSet> sets) {

	/**
	 * Key of the application's own manifest.
	 */
	public static final String APP_KEY = "__app-acl__";

	private static final String CORE_PREFIX = "core:";

	public Manifest {
		Assert.notNull(key, "'key' must not be null");
		Assert.notNull(commands, "'commands' must not be null");
		Assert.notNull(permissions, "'permissions' must not be null");
		Assert.notNull(sets, "'sets' must not be null");
		commands = List.copyOf(commands);
		permissions = Collections.unmodifiableMap(withCommands(commands, permissions));
		sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
	}

	private static Map<String, Permission> withCommands(List<String> commands, Map<String, Permission> written) {
		Map<String, Permission> all = new LinkedHashMap<>();
		for (String command : commands) {
			String name = command.replace('_', '-');
			add(all, "allow-" + name, new Commands(List.of(command), List.of()));
			add(all, "deny-" + name, new Commands(List.of(), List.of(command)));
		}
		all.putAll(written);
		return all;
	}

	private static void add(Map<String, Permission> all, String name, Commands commands) {
		all.put(name, new Permission(name, null, commands, Scope.EMPTY, null));
	}

	/**
	 * Whether this is the application's own.
	 * @return {@code false} for that of a plugin
	 */
	public boolean isApp() {
		return this.key.equals(APP_KEY);
	}

	/**
	 * Whether it has nothing that a capability could name. Such a manifest of the
	 * application counts as none.
	 * @return {@code true} if there is no default, no permission and no set
	 */
	public boolean isEmpty() {
		return this.defaultSet == null && this.permissions.isEmpty() && this.sets.isEmpty();
	}

	/**
	 * The name by which its commands are called (acl 2.6).
	 * @return the key without {@code core:}, or {@code null} for the application
	 */
	public @Nullable String pluginName() {
		return pluginName(this.key);
	}

	/**
	 * The name by which the commands of a manifest are called (acl 2.6).
	 * @param key the manifest's key
	 * @return the key without {@code core:}, or {@code null} for the application
	 */
	public static @Nullable String pluginName(String key) {
		if (key.equals(APP_KEY)) {
			return null;
		}
		return key.startsWith(CORE_PREFIX) ? key.substring(CORE_PREFIX.length()) : key;
	}

	/**
	 * The full name of a command as pages send it (acl 6.4).
	 * @param command the command's name without plugin
	 * @return the full name
	 */
	public String wireName(String command) {
		String plugin = pluginName();
		return (plugin != null) ? CommandName.PREFIX + plugin + '|' + command : command;
	}

	/**
	 * The identifier by which capabilities name a permission or set of this manifest.
	 * @param name its name in this manifest
	 * @return the identifier, with the manifest's prefix
	 */
	public String qualified(String name) {
		return isApp() ? name : this.key + ':' + name;
	}

	/**
	 * The names that a capability could write behind this manifest's prefix.
	 * @return the default's, the sets' and the permissions' names, in this order
	 */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		if (this.defaultSet != null) {
			names.add(PermissionSet.DEFAULT);
		}
		names.addAll(this.sets.keySet());
		names.addAll(this.permissions.keySet());
		return List.copyOf(names);
	}

}
