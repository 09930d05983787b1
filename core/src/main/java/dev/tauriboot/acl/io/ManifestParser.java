package dev.tauriboot.acl.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionIdentifier;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Makes a manifest of a {@code permissions.yml} document (acl 5.1).
 */
final class ManifestParser {

	private final boolean configuration;

	private final List<AclViolation> problems;

	ManifestParser(boolean configuration, List<AclViolation> problems) {
		this.configuration = configuration;
		this.problems = problems;
	}

	/**
	 * Parse the manifest of a plugin.
	 * @param document the document
	 * @return the manifest, or {@code null} if the plugin has none or something is wrong
	 */
	@Nullable Manifest plugin(SourceNode document) {
		int before = this.problems.size();
		SourceNode named = (document.entries() != null) ? document.entries().get("plugin") : null;
		Fields fields = fields(document, (named != null) ? "plugin '" + named.plain() + '\'' : "a plugin");
		fields.allowOnly("plugin", "commands", "default", "sets", "permissions", "wire-prefix", "has-manifest");
		String plugin = fields.text("plugin");
		if (plugin == null) {
			fields.problem("the document does not say whose permissions these are: it has no 'plugin'");
			return null;
		}
		String invalid = PermissionIdentifier.problem(plugin + ":x");
		if (invalid != null || plugin.contains(":") && !plugin.startsWith("core:")) {
			fields.problem("'" + plugin + "' is not a valid name of a plugin: "
					+ ((invalid != null) ? invalid : "only that of a built-in one has a colon"));
		}
		fields.text("wire-prefix");
		boolean exists = fields.flag("has-manifest", true);
		Manifest manifest = manifest(plugin, fields, before);
		return exists ? manifest : null;
	}

	/**
	 * Parse the manifest of the application.
	 * @param document the document
	 * @return the manifest, or {@code null} if something is wrong
	 */
	@Nullable Manifest app(SourceNode document) {
		int before = this.problems.size();
		Fields fields = fields(document, "the application's own permissions");
		fields.allowOnly("commands", "default", "sets", "permissions");
		return manifest(Manifest.APP_KEY, fields, before);
	}

	private Fields fields(SourceNode document, String subject) {
		return Fields.of(document, "a document with permissions", subject, this.configuration, this.problems);
	}

	private @Nullable Manifest manifest(String key, Fields fields, int before) {
		List<String> commands = commands("commands", fields);
		SourceNode written = fields.find("default");
		PermissionSet defaultSet = (written != null) ? set(PermissionSet.DEFAULT, written, fields) : null;
		Map<String, PermissionSet> sets = new LinkedHashMap<>();
		named("sets", fields).forEach((name, node) -> sets.put(name, set(name, node, fields)));
		Map<String, Permission> permissions = new LinkedHashMap<>();
		named("permissions", fields).forEach((name, node) -> permissions.put(name, permission(name, node, fields)));
		return (this.problems.size() == before) ? new Manifest(key, commands, defaultSet, permissions, sets) : null;
	}

	private List<String> commands(String key, Fields fields) {
		List<String> commands = fields.textsOrNone(key);
		for (String command : commands) {
			if (command.isEmpty() || command.chars().anyMatch((c) -> c == '|' || Character.isWhitespace(c))) {
				fields.problem("'" + command + "' cannot be a command");
			}
		}
		return commands;
	}

	private Map<String, SourceNode> named(String key, Fields fields) {
		SourceNode node = fields.find(key);
		if (node == null || (this.configuration && "".equals(node.value()))) {
			return Map.of();
		}
		Map<String, SourceNode> entries = Fields
			.of(node, '\'' + key + '\'', fields.subject(), this.configuration, this.problems)
			.entries();
		entries.forEach((name, entry) -> checkName(name, entry, fields));
		return entries;
	}

	static void checkName(String name, SourceNode entry, Fields fields) {
		if (name.equals(PermissionSet.DEFAULT)) {
			fields.problem(entry, "a permission or set must not be called 'default'", name, List.of());
			return;
		}
		String invalid = PermissionIdentifier.problem(name);
		if (invalid == null && name.contains(":")) {
			invalid = "a name in a manifest has no prefix";
		}
		if (invalid != null) {
			fields.problem(entry, "'" + name + "' is not a valid name: " + invalid, name, List.of());
		}
	}

	private PermissionSet set(String name, SourceNode node, Fields fields) {
		if (node.entries() == null) {
			Fields list = Fields.of(new SourceNode(Map.of("permissions", node), node.source()), name,
					fields.subject() + ", set '" + name + '\'', this.configuration, this.problems);
			return new PermissionSet(name, null, list.textsOrNone("permissions"));
		}
		Fields set = child(name, "set", node, fields);
		set.allowOnly("description", "permissions");
		String description = set.text("description");
		List<String> permissions = set.texts("permissions");
		if (permissions == null) {
			set.problem("the set has no 'permissions'");
		}
		return new PermissionSet(name, description, (permissions != null) ? permissions : List.of());
	}

	private Permission permission(String name, SourceNode node, Fields fields) {
		// In configuration an object without keys is an empty text.
		SourceNode object = (this.configuration && "".equals(node.value())) ? new SourceNode(Map.of(), node.source())
				: node;
		Fields permission = child(name, "permission", object, fields);
		permission.allowOnly("description", "version", "commands", "scope", "platforms");
		permission.positiveInteger("version");
		Fields commands = permission.object("commands", "allow", "deny");
		Fields scope = permission.object("scope", "allow", "deny");
		return new Permission(
				name, permission.text("description"), (commands != null)
						? new Commands(commands("allow", commands), commands("deny", commands)) : Commands.NONE,
				(scope != null) ? scope.scope() : Scope.EMPTY, permission.platforms());
	}

	private Fields child(String name, String what, SourceNode node, Fields fields) {
		return Fields.of(node, "the " + what, fields.subject() + ", " + what + " '" + name + '\'', this.configuration,
				this.problems);
	}

}
