package dev.tauriboot.acl.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Platform;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Makes capabilities of what a file or the configuration has (acl 2.1). Names and
 * patterns are not looked at: that is done when the capability is resolved.
 *
 * @since 0.1.0
 */
public final class CapabilityParser {

	private static final String[] KEYS = { "identifier", "description", "windows", "webviews", "local", "remote",
			"platforms", "permissions", "enabled" };

	private final boolean configuration;

	private CapabilityParser(boolean configuration) {
		this.configuration = configuration;
	}

	/**
	 * A parser for the application's configuration: fields it does not know are
	 * violations, a capability may be switched off, and texts may stand for lists and
	 * booleans (acl 4.1, 4.3).
	 * @return the parser
	 */
	public static CapabilityParser ofConfiguration() {
		return new CapabilityParser(true);
	}

	/**
	 * A parser for Tauri's own files, in which unknown fields are ignored (acl 4.4).
	 * @return the parser
	 */
	public static CapabilityParser ofFiles() {
		return new CapabilityParser(false);
	}

	/**
	 * Parse a capability.
	 * @param identifier the key it stands under, or {@code null} if it names itself
	 * @param node the capability
	 * @param problems gets everything that is wrong with it
	 * @return the capability, or {@code null} if it is switched off or something is wrong
	 */
	public @Nullable Capability parse(@Nullable String identifier, SourceNode node, List<AclViolation> problems) {
		Assert.notNull(node, "'node' must not be null");
		Assert.notNull(problems, "'problems' must not be null");
		int before = problems.size();
		String name = (identifier != null) ? identifier : ownIdentifier(node);
		Fields fields = Fields.of(node, "a capability",
				StringUtils.hasText(name) ? "capability '" + name + '\'' : "a capability", this.configuration,
				problems);
		if (this.configuration) {
			fields.allowOnly(KEYS);
		}
		if (problems.size() == before && !StringUtils.hasText(name)) {
			fields.problem("the capability has no 'identifier'");
		}
		String own = fields.text("identifier");
		if (identifier != null && own != null && !own.equals(identifier)) {
			fields.problem("'identifier' is '" + own + "', but the capability stands under '" + identifier + '\'');
		}
		if (this.configuration && !fields.flag("enabled", true) && problems.size() == before) {
			return null;
		}
		Set<Platform> platforms = fields.platforms();
		String description = fields.text("description");
		Capability.Builder capability = Capability.withId((name != null) ? name : "")
			.description((description != null) ? description : "")
			.windows(fields.textsOrNone("windows").toArray(new String[0]))
			.webviews(fields.textsOrNone("webviews").toArray(new String[0]))
			.local(fields.flag("local", true))
			.platforms(platforms)
			.source(node.source());
		addRemote(fields, capability);
		addPermissions(fields, capability, problems, before);
		return (problems.size() == before) ? capability.build() : null;
	}

	private static @Nullable String ownIdentifier(SourceNode node) {
		SourceNode identifier = (node.entries() != null) ? node.entries().get("identifier") : null;
		return (identifier != null && identifier.value() != null && identifier.items() == null
				&& identifier.entries() == null) ? identifier.value().toString() : null;
	}

	private void addRemote(Fields fields, Capability.Builder capability) {
		Fields remote = this.configuration ? fields.object("remote", "urls")
				: fields.object("remote", "urls", "$schema");
		if (remote != null) {
			List<String> urls = remote.texts("urls");
			if (urls == null) {
				remote.problem("'remote' has no 'urls'");
			}
			else {
				capability.remoteUrls(urls.toArray(new String[0]));
			}
		}
	}

	private void addPermissions(Fields fields, Capability.Builder capability, List<AclViolation> problems, int before) {
		List<SourceNode> permissions = fields.items("permissions");
		if (permissions == null) {
			if (problems.size() == before) {
				fields.problem("the capability has no 'permissions'");
			}
			return;
		}
		for (SourceNode permission : permissions) {
			if (permission.value() instanceof String identifier) {
				capability.permission(PermissionEntry.of(identifier));
			}
			else {
				addPermission(fields, permission, capability);
			}
		}
	}

	private void addPermission(Fields fields, SourceNode permission, Capability.Builder capability) {
		if (permission.entries() == null) {
			fields.problem(permission, "a permission must be a text or an object, found " + permission.kind(), null,
					List.of());
			return;
		}
		List<AclViolation> found = new ArrayList<>();
		Fields entry = Fields.of(permission, "a permission", fields.subject(), this.configuration, found);
		if (this.configuration) {
			entry.allowOnly("identifier", "allow", "deny");
		}
		String identifier = entry.text("identifier");
		if (identifier == null && found.isEmpty()) {
			entry.problem("the permission has no 'identifier'");
		}
		PermissionEntry built = new PermissionEntry((identifier != null) ? identifier : "", entry.scope());
		fields.addAll(found);
		if (found.isEmpty()) {
			capability.permission(built);
		}
	}

}
