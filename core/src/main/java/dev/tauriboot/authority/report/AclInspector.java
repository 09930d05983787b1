package dev.tauriboot.authority.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tauriboot.CommandName;
import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.LabelPattern;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.PermissionIdentifier;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclFinding.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Compares what capabilities say with what the program has, and notices what was hardly
 * meant. Whatever makes an application unsafe to start is an error and found elsewhere;
 * this is about the rest.
 *
 * @since 0.1.0
 */
public final class AclInspector {

	private static final Set<String> BROAD_PATHS = Set.of("**", "/**", "$HOME/**");

	private static final Set<String> BROAD_URLS = Set.of("http://*", "https://*", "http://*:*", "https://*:*", "*://*",
			"*://*:*");

	private static final Caller LOCAL = Caller.local("main");

	private final RuntimeAuthority authority;

	private final Manifests manifests;

	private final Collection<Capability> capabilities;

	private final ResolvedAcl acl;

	private final Set<String> commands;

	private final Set<String> plugins = new HashSet<>();

	private final Collection<Label> windows;

	private final Platform platform;

	private final List<AclFinding> findings = new ArrayList<>();

	private AclInspector(RuntimeAuthority authority, Collection<CommandName> commands, Collection<Label> windows,
			Platform platform) {
		this.authority = authority;
		this.manifests = authority.manifests();
		this.capabilities = authority.capabilities()
			.values()
			.stream()
			.sorted(Comparator.comparing(Capability::identifier))
			.toList();
		this.acl = authority.acl();
		this.commands = commands.stream().map(CommandName::value).collect(Collectors.toCollection(TreeSet::new));
		commands.stream().filter((name) -> name.plugin() != null).forEach((name) -> this.plugins.add(name.plugin()));
		this.windows = windows;
		this.platform = platform;
	}

	/**
	 * Inspect the access control of an application.
	 * @param authority what decides
	 * @param commands the commands that the program has
	 * @param windows the labels of the windows that are configured
	 * @param platform the platform the program runs on
	 * @return what is odd
	 */
	public static AclReport inspect(RuntimeAuthority authority, Collection<CommandName> commands,
			Collection<Label> windows, Platform platform) {
		Assert.notNull(authority, "'authority' must not be null");
		Assert.notNull(commands, "'commands' must not be null");
		Assert.notNull(windows, "'windows' must not be null");
		Assert.notNull(platform, "'platform' must not be null");
		AclInspector inspector = new AclInspector(authority, commands, windows, platform);
		inspector.inspectCommands();
		inspector.manifests.readByKey().values().forEach(inspector::inspectManifest);
		inspector.capabilities.forEach(inspector::inspectCapability);
		inspector.findings.sort(Comparator.comparing(AclFinding::kind));
		return new AclReport(inspector.findings);
	}

	// An application need not grant all that the built-in plugins can do; its own
	// commands are there to be called. A manifest that is not read by now is one that
	// no capability names.
	private void inspectCommands() {
		Set<String> read = this.manifests.readByKey().keySet();
		Set<String> unnamed = new TreeSet<>();
		Map<String, List<CommandName>> ungranted = new TreeMap<>();
		for (String command : this.commands) {
			CommandName name = CommandName.of(command);
			boolean builtIn = name.plugin() != null && this.manifests.keys().contains("core:" + name.plugin());
			if (builtIn || this.authority.isOpen(new AccessRequest(command, LOCAL))) {
				continue;
			}
			if (name.plugin() != null && this.manifests.keys().contains(name.plugin())
					&& !read.contains(name.plugin())) {
				unnamed.add(name.plugin());
			}
			else if (this.acl.denied().containsKey(command)) {
				add(Kind.UNREACHABLE_COMMAND, "command " + command, "is denied by capability '"
						+ this.acl.denied().get(command).get(0).capability() + "', so no page can call it");
			}
			else if (!this.acl.allowed().containsKey(command)) {
				inspectUngranted(name, ungranted);
			}
		}
		ungranted.forEach(this::inspectPlugin);
		if (!unnamed.isEmpty()) {
			add(Kind.UNUSED_PLUGIN, "plugins " + String.join(", ", unnamed),
					"are named by no capability, so no page can call their commands");
		}
	}

	private void inspectUngranted(CommandName name, Map<String, List<CommandName>> ungranted) {
		Manifest manifest = this.manifests.ofPlugin(name.plugin());
		String permission = permission(name);
		if (manifest == null) {
			addUngranted(name, "a manifest for its plugin with a permission for it");
		}
		else if (!manifest.permissions().containsKey(permission)) {
			addUngranted(name, "a permission for it to its manifest and that");
		}
		else if (name.plugin() == null) {
			addUngranted(name, "'" + manifest.qualified(permission) + "'");
		}
		else {
			ungranted.computeIfAbsent(name.plugin(), (plugin) -> new ArrayList<>()).add(name);
		}
	}

	private void addUngranted(CommandName name, String missing) {
		add(Kind.UNREACHABLE_COMMAND, "command " + name.value(),
				"is granted to nobody: add " + missing + " to a capability");
	}

	// Whoever granted some commands of a plugin left the others out on purpose.
	private void inspectPlugin(String plugin, List<CommandName> ungranted) {
		String commands = CommandName.PREFIX + plugin + "|";
		if (this.acl.allowed().keySet().stream().anyMatch((command) -> command.startsWith(commands))) {
			add(Kind.PARTLY_GRANTED_PLUGIN, "plugin " + plugin, "has commands that are granted to nobody: "
					+ ungranted.stream().map(CommandName::command).collect(Collectors.joining(", ")));
		}
		else {
			add(Kind.UNREACHABLE_COMMAND, "plugin " + plugin, "has no command that is granted to anybody: add '"
					+ plugin + ":" + permission(ungranted.get(0)) + "' or others of its permissions to a capability");
		}
	}

	private static String permission(CommandName name) {
		return "allow-" + name.command().replace('_', '-');
	}

	private void inspectManifest(Manifest manifest) {
		// What a built-in plugin names and this platform lacks is nothing to mend here.
		boolean present = manifest.isApp()
				|| (this.plugins.contains(manifest.pluginName()) && !manifest.key().startsWith("core:"));
		for (Permission permission : manifest.permissions().values()) {
			List<String> named = new ArrayList<>(permission.commands().allow());
			named.addAll(permission.commands().deny());
			// The permissions of commands that the manifest itself lists are made up of
			// pairs; one word on each pair is enough.
			boolean counterpart = permission.identifier().startsWith("deny-");
			for (String command : named) {
				if (present && !counterpart && !this.commands.contains(manifest.wireName(command))) {
					add(Kind.UNKNOWN_COMMAND, "permission " + manifest.qualified(permission.identifier()),
							"names the command '" + command + "', which the program does not have");
				}
			}
		}
		for (PermissionSet set : manifest.sets().values()) {
			set.permissions().forEach((member) -> inspectMember(member, set, manifest));
		}
	}

	private void inspectMember(String member, PermissionSet set, Manifest manifest) {
		Manifest owner = manifest;
		String name = member;
		if (PermissionIdentifier.problem(member) == null) {
			PermissionIdentifier identifier = PermissionIdentifier.of(member);
			Manifest other = (identifier.prefix() != null) ? this.manifests.find(identifier.prefix()) : null;
			if (other != null) {
				owner = other;
				name = identifier.base();
			}
		}
		if (!name.equals(PermissionSet.DEFAULT) && !owner.permissions().containsKey(name)
				&& !owner.sets().containsKey(name)) {
			add(Kind.DANGLING_SET_MEMBER, "permission set " + manifest.qualified(set.identifier()),
					"has the member '" + member + "', which does not exist");
		}
	}

	private void inspectCapability(Capability capability) {
		String subject = "capability '" + capability.identifier() + "'";
		if (!capability.isActiveOn(this.platform)) {
			add(Kind.INACTIVE_CAPABILITY, subject, "is not active on " + this.platform);
			return;
		}
		if (!capability.local() && capability.remoteUrls().isEmpty()) {
			add(Kind.COVERS_NOBODY, subject, "is neither local nor remote, so it grants nothing but scopes");
		}
		else if (capability.windows().isEmpty() && capability.webviews().isEmpty()) {
			add(Kind.COVERS_NOBODY, subject, "names no windows and no webviews, so it grants nothing but scopes");
		}
		capability.windows().forEach((glob) -> inspectLabels(glob, subject));
		capability.remoteUrls().forEach((pattern) -> inspectRemoteUrl(pattern, subject));
		capability.permissions().forEach((entry) -> inspectEntry(entry, subject));
		if (!capability.remoteUrls().isEmpty()
				&& (capability.windows().contains("*") || capability.webviews().contains("*"))) {
			add(Kind.BROAD_PATTERN, subject, "lets remote pages in every window: name the windows that show them");
		}
	}

	private void inspectLabels(String glob, String subject) {
		LabelPattern pattern = LabelPattern.of(glob);
		boolean wildcards = glob.chars().anyMatch((c) -> c == '*' || c == '?' || c == '[');
		if (!wildcards && this.windows.stream().noneMatch((label) -> pattern.matches(label.value()))) {
			add(Kind.UNKNOWN_WINDOW, subject, "is for the window '" + glob + "', which is not configured");
		}
	}

	private void inspectRemoteUrl(String pattern, String subject) {
		int start = pattern.indexOf("://");
		int end = (start < 0) ? -1 : pattern.indexOf('/', start + 3);
		String host = (start < 0) ? "" : pattern.substring(start + 3, (end < 0) ? pattern.length() : end);
		if (pattern.startsWith("*:") || host.startsWith("*") && !host.startsWith("*.") || host.endsWith("*")
				|| host.contains(":*")) {
			add(Kind.BROAD_PATTERN, subject,
					"is for pages of '" + pattern + "', which other people's servers can match too");
		}
		else if (pattern.startsWith("http:")) {
			add(Kind.BROAD_PATTERN, subject,
					"is for pages of '" + pattern + "': without TLS anybody on the way can put their own there");
		}
	}

	private void inspectEntry(PermissionEntry entry, String subject) {
		PermissionIdentifier identifier = PermissionIdentifier.of(entry.identifier());
		Manifest manifest = (identifier.prefix() != null) ? this.manifests.find(identifier.prefix()) : null;
		if (manifest != null && manifest.pluginName() != null && !manifest.key().equals("core")
				&& !this.plugins.contains(manifest.pluginName())) {
			add(Kind.UNKNOWN_PLUGIN, subject, "grants '" + entry.identifier() + "', but the program has no plugin '"
					+ manifest.pluginName() + "'");
		}
		if ("shell".equals(identifier.prefix()) && !entry.scope().deny().isEmpty()) {
			add(Kind.INEFFECTIVE_SCOPE, subject,
					"denies programs in '" + entry.identifier() + "', which the shell plugin does not heed");
		}
		for (Object allowed : entry.scope().allow()) {
			if (BROAD_PATHS.contains(text(allowed, "path"))) {
				add(Kind.BROAD_PATTERN, subject, "opens nearly all files in '" + entry.identifier() + "'");
			}
			if (BROAD_URLS.contains(text(allowed, "url"))) {
				add(Kind.BROAD_PATTERN, subject, "opens nearly all servers in '" + entry.identifier() + "'");
			}
		}
	}

	private static String text(@Nullable Object entry, String key) {
		Object value = (entry instanceof Map<?, ?> map) ? map.get(key) : entry;
		return (value instanceof String text) ? text : "";
	}

	private void add(Kind kind, String subject, String message) {
		AclFinding finding = new AclFinding(kind, subject, message);
		if (!this.findings.contains(finding)) {
			this.findings.add(finding);
		}
	}

}
