package dev.tauriboot.acl.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Makes the application's manifest of a permission file of Tauri's own (acl 4.4): fields
 * it does not know are ignored, and a later definition of a name replaces an earlier one.
 */
final class PermissionFileParser {

	private static final String SUBJECT = "the application's own permissions";

	private final List<AclViolation> problems;

	PermissionFileParser(List<AclViolation> problems) {
		this.problems = problems;
	}

	@Nullable Manifest parse(SourceNode file) {
		int before = this.problems.size();
		Fields fields = fields(file, "a permission file");
		SourceNode written = fields.find("default");
		PermissionSet defaultSet = (written != null) ? set(PermissionSet.DEFAULT, fields(written, "'default'")) : null;
		Map<String, PermissionSet> sets = new LinkedHashMap<>();
		each("set", fields, (name, set) -> sets.put(name, set(name, set)));
		Map<String, Permission> permissions = new LinkedHashMap<>();
		each("permission", fields, (name, permission) -> permissions.put(name, permission(name, permission)));
		return (this.problems.size() == before)
				? new Manifest(Manifest.APP_KEY, List.of(), defaultSet, permissions, sets) : null;
	}

	private void each(String key, Fields fields, BiConsumer<String, Fields> consumer) {
		List<SourceNode> items = fields.items(key);
		if (items == null) {
			return;
		}
		for (SourceNode item : items) {
			Fields entry = fields(item, "a " + key);
			String name = entry.text("identifier");
			if (name == null) {
				entry.problem("a " + key + " has no 'identifier'");
			}
			else {
				ManifestParser.checkName(name, item, entry);
				consumer.accept(name, entry);
			}
		}
	}

	private static PermissionSet set(String name, Fields set) {
		List<String> permissions = set.texts("permissions");
		if (permissions == null) {
			set.problem("the set '" + name + "' has no 'permissions'");
		}
		return new PermissionSet(name, set.text("description"), (permissions != null) ? permissions : List.of());
	}

	private Permission permission(String name, Fields permission) {
		SourceNode commands = permission.find("commands");
		SourceNode scope = permission.find("scope");
		return new Permission(name, permission.text("description"),
				(commands != null) ? commands(fields(commands, "'commands'")) : Commands.NONE,
				(scope != null) ? fields(scope, "'scope'").scope() : Scope.EMPTY, permission.platforms());
	}

	private static Commands commands(Fields commands) {
		return new Commands(commands.textsOrNone("allow"), commands.textsOrNone("deny"));
	}

	private Fields fields(SourceNode node, String what) {
		return Fields.of(node, what, SUBJECT, false, this.problems);
	}

}
