package dev.tauriboot.authority;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.tauriboot.CommandName;
import dev.tauriboot.Origin;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.LabelPattern;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.RemoteUrlPattern;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words for a refusal (acl 7.4) and what would have allowed the call.
 */
final class DenialExplainer {

	private static final Log logger = LogFactory.getLog(DenialExplainer.class);

	private final Manifests manifests;

	private final boolean detailed;

	// Only who is refused needs this, so it is not there from the start.
	private final Map<String, Map<String, SortedSet<String>>> permissions = new ConcurrentHashMap<>();

	private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

	DenialExplainer(Manifests manifests, boolean detailed) {
		this.manifests = manifests;
		this.detailed = detailed;
	}

	Denied explain(AccessRequest request, List<ResolvedCommand> grants, List<ResolvedCommand> denials) {
		CommandName name = CommandName.of(request.command());
		String shown = name.display();
		Caller caller = request.caller();
		if (!denials.isEmpty()) {
			return denied(Reason.EXPLICITLY_DENIED, request,
					shown + " explicitly denied on origin " + (caller.isLocal() ? "local" : "remote: " + url(caller))
							+ "\n\nreferenced by: " + references(denials),
					null);
		}
		if (!grants.isEmpty()) {
			return denied(Reason.NOT_COVERED, request,
					shown + " not allowed on window \"" + caller.window() + "\", webview \"" + caller.webview()
							+ "\", URL: " + url(caller) + "\n\nallowed on: " + places(grants) + "\n\nreferenced by: "
							+ references(grants),
					remedy(caller, grants.get(0).permission(), name));
		}
		Manifest manifest = find(name.plugin());
		if (manifest == null) {
			return denied(Reason.UNKNOWN_PLUGIN, request, shown + " not allowed. Plugin not found", null);
		}
		// By the whole name: one with a third piece is nobody's, whatever its first two
		// are.
		SortedSet<String> permissions = permissions(manifest).get(request.command());
		if (permissions == null) {
			return denied(Reason.UNKNOWN_COMMAND, request, shown + " not allowed. Command not found", null);
		}
		return denied(Reason.NOT_GRANTED, request,
				shown + " not allowed. Permissions associated with this command: " + String.join(", ", permissions),
				remedy(caller, best(permissions, manifest, name.command()), name));
	}

	private Denied denied(Reason reason, AccessRequest request, String explanation, @Nullable String remedy) {
		if (!this.detailed) {
			return new Denied(reason, Denied.terse(request.command()), explanation, remedy);
		}
		return new Denied(reason, (remedy != null) ? explanation + "\n\n" + remedy : explanation, explanation, remedy);
	}

	private static String url(Caller caller) {
		String normal = (caller.remoteUrl() != null) ? RemoteUrlPattern.normalize(caller.remoteUrl()) : null;
		return (normal != null) ? normal : caller.url();
	}

	private static String references(List<ResolvedCommand> commands) {
		return commands.stream()
			.map((command) -> "capability: " + command.capability() + ", permission: " + command.permission())
			.collect(Collectors.joining(" || "));
	}

	private static String places(List<ResolvedCommand> grants) {
		return grants.stream()
			.map((grant) -> '[' + labels("windows: ", grant.windows()) + labels("webviews: ", grant.webviews())
					+ "URL: " + grant.context() + ']')
			.collect(Collectors.joining(", "));
	}

	private static String labels(String title, List<LabelPattern> patterns) {
		return patterns.isEmpty() ? ""
				: patterns.stream()
					.map((pattern) -> "\"" + pattern + "\", ")
					.collect(Collectors.joining("", title, ""));
	}

	/**
	 * Whether any permission is about a command.
	 */
	boolean knows(String command) {
		Manifest manifest = find(CommandName.of(command).plugin());
		return manifest != null && permissions(manifest).containsKey(command);
	}

	// One that cannot be read grants nothing, so there is nothing that it could explain.
	private @Nullable Manifest find(@Nullable String plugin) {
		try {
			return this.manifests.ofPlugin(plugin);
		}
		catch (AclViolationsException ex) {
			if (this.unreadable.add(String.valueOf(plugin))) {
				logger.error("The permissions of plugin '" + plugin + "' cannot be read", ex);
			}
			return null;
		}
	}

	private Map<String, SortedSet<String>> permissions(Manifest manifest) {
		return this.permissions.computeIfAbsent(manifest.key(), (key) -> collect(manifest));
	}

	private static Map<String, SortedSet<String>> collect(Manifest manifest) {
		Map<String, SortedSet<String>> permissions = new HashMap<>();
		for (Permission permission : manifest.permissions().values()) {
			for (String command : permission.commands().allow()) {
				permissions.computeIfAbsent(manifest.wireName(command), (key) -> new TreeSet<>())
					.add(manifest.qualified(permission.identifier()));
			}
		}
		manifest.sets().values().forEach((set) -> collect(set, manifest, permissions));
		if (manifest.defaultSet() != null) {
			collect(manifest.defaultSet(), manifest, permissions);
		}
		return permissions;
	}

	private static void collect(PermissionSet set, Manifest manifest, Map<String, SortedSet<String>> permissions) {
		for (String command : commands(set, manifest, new HashSet<>())) {
			permissions.computeIfAbsent(manifest.wireName(command), (key) -> new TreeSet<>())
				.add(manifest.qualified(set.identifier()));
		}
	}

	private static Set<String> commands(PermissionSet set, Manifest manifest, Set<String> seen) {
		Set<String> commands = new HashSet<>();
		if (!seen.add(set.identifier())) {
			return commands;
		}
		String prefix = manifest.qualified("");
		for (String written : set.permissions()) {
			String member = (!manifest.isApp() && written.startsWith(prefix)) ? written.substring(prefix.length())
					: written;
			Permission permission = manifest.permissions().get(member);
			PermissionSet nested = member.equals(PermissionSet.DEFAULT) ? manifest.defaultSet()
					: manifest.sets().get(member);
			if (permission != null) {
				commands.addAll(permission.commands().allow());
			}
			else if (nested != null) {
				commands.addAll(commands(nested, manifest, seen));
			}
		}
		return commands;
	}

	// The narrowest: the one that is about this command and nothing else, if there is
	// one.
	private static String best(SortedSet<String> permissions, Manifest manifest, String command) {
		String own = manifest.qualified("allow-" + command.replace('_', '-'));
		return permissions.contains(own) ? own : permissions.first();
	}

	private @Nullable String remedy(Caller caller, String permission, CommandName name) {
		Manifest manifest = find(name.plugin());
		Origin origin = Origin.of(caller.remoteUrl());
		if (manifest == null || (origin == null && !caller.isLocal())) {
			return null;
		}
		String identifier = manifest.names().contains(permission) ? manifest.qualified(permission) : permission;
		StringBuilder yaml = new StringBuilder("To allow it, add to application.yml:\n\n");
		yaml.append("tauri:\n  app:\n    security:\n      capabilities:\n        ")
			.append(caller.window().value().replace('/', '-').replace(':', '-'))
			.append("-window:\n");
		if (caller.window().equals(caller.webview())) {
			yaml.append("          windows: [\"").append(caller.window()).append("\"]\n");
		}
		else {
			yaml.append("          webviews: [\"").append(caller.webview()).append("\"]\n");
		}
		if (origin != null) {
			yaml.append("          local: false\n          remote:\n            urls: [\"")
				.append(origin)
				.append("\"]\n");
		}
		return yaml.append("          permissions: [\"").append(identifier).append("\"]").toString();
	}

}
