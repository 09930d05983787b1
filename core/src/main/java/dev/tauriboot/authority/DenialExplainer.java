package dev.tauriboot.authority;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tauriboot.CommandName;
import dev.tauriboot.acl.LabelPattern;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.RemoteUrlPattern;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words for a refusal (acl 7.4) and what would have allowed the call.
 */
final class DenialExplainer {

	private final Manifests manifests;

	private final boolean detailed;

	DenialExplainer(Manifests manifests, boolean detailed) {
		this.manifests = manifests;
		this.detailed = detailed;
	}

	Denied explain(AccessRequest request, List<ResolvedCommand> grants, List<ResolvedCommand> denials) {
		CommandName name = CommandName.of(request.command());
		String shown = (name.plugin() != null) ? name.plugin() + '.' + name.command() : name.command();
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
		Manifest manifest = this.manifests.ofPlugin(name.plugin());
		if (manifest == null) {
			return denied(Reason.UNKNOWN_PLUGIN, request, shown + " not allowed. Plugin not found", null);
		}
		// A name with a third piece is nobody's, whatever its first two are.
		SortedSet<String> permissions = (manifest.wireName(name.command()).equals(request.command()))
				? permissionsFor(name.command(), manifest) : new TreeSet<>();
		if (permissions.isEmpty()) {
			return denied(Reason.UNKNOWN_COMMAND, request, shown + " not allowed. Command not found", null);
		}
		return denied(Reason.NOT_GRANTED, request,
				shown + " not allowed. Permissions associated with this command: " + String.join(", ", permissions),
				remedy(caller, best(permissions, manifest, name.command()), name));
	}

	private Denied denied(Reason reason, AccessRequest request, String explanation, @Nullable String remedy) {
		if (!this.detailed) {
			return new Denied(reason, "Command " + request.command() + " not allowed by ACL", explanation, remedy);
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

	private static SortedSet<String> permissionsFor(String command, Manifest manifest) {
		SortedSet<String> names = new TreeSet<>();
		for (Permission permission : manifest.permissions().values()) {
			if (permission.commands().allow().contains(command)) {
				names.add(manifest.qualified(permission.identifier()));
			}
		}
		for (PermissionSet set : manifest.sets().values()) {
			if (allows(set, command, manifest, new TreeSet<>())) {
				names.add(manifest.qualified(set.identifier()));
			}
		}
		if (manifest.defaultSet() != null && allows(manifest.defaultSet(), command, manifest, new TreeSet<>())) {
			names.add(manifest.qualified(PermissionSet.DEFAULT));
		}
		return names;
	}

	private static boolean allows(PermissionSet set, String command, Manifest manifest, SortedSet<String> seen) {
		if (!seen.add(set.identifier())) {
			return false;
		}
		for (String member : set.permissions()) {
			Permission permission = manifest.permissions().get(member);
			PermissionSet nested = member.equals(PermissionSet.DEFAULT) ? manifest.defaultSet()
					: manifest.sets().get(member);
			boolean allowed = (permission != null) ? permission.commands().allow().contains(command)
					: nested != null && allows(nested, command, manifest, seen);
			if (allowed) {
				return true;
			}
		}
		return false;
	}

	// The narrowest: the one that is about this command and nothing else, if there is
	// one.
	private static String best(SortedSet<String> permissions, Manifest manifest, String command) {
		String own = manifest.qualified("allow-" + command.replace('_', '-'));
		return permissions.contains(own) ? own : permissions.first();
	}

	private @Nullable String remedy(Caller caller, String permission, CommandName name) {
		Manifest manifest = this.manifests.ofPlugin(name.plugin());
		if (manifest == null) {
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
		if (!caller.isLocal()) {
			yaml.append("          local: false\n          remote:\n            urls: [\"")
				.append(url(caller))
				.append("\"]\n");
		}
		return yaml.append("          permissions: [\"").append(identifier).append("\"]").toString();
	}

}
