package dev.tauriboot.boot.autoconfigure.acl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.TauriPlugin;

/**
 * The manifest of a plugin that has written none: made of its commands.
 */
final class PluginManifest {

	private PluginManifest() {
	}

	static Manifest of(TauriPlugin plugin, CommandRegistry registry, List<AclViolation> problems) {
		List<String> commands = new ArrayList<>();
		for (CommandHandlerMethod command : registry.all()) {
			if (plugin.name().equals(command.mapping().name().plugin())) {
				commands.add(command.mapping().name().command());
			}
		}
		Manifest manifest = new Manifest(plugin.name(), commands,
				new PermissionSet(PermissionSet.DEFAULT, null, plugin.defaultPermissions()), Map.of(), Map.of());
		for (String permission : plugin.defaultPermissions()) {
			if (!manifest.permissions().containsKey(permission)) {
				problems.add(new AclViolation("its default names '" + permission + "', which is no permission of it",
						"plugin '" + plugin.name() + '\'', plugin.getClass().getName(), permission,
						List.copyOf(manifest.permissions().keySet())));
			}
		}
		return manifest;
	}

}
