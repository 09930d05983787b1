package dev.tauriboot.acl.resolved;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.LabelPattern;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.PermissionIdentifier;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.RemoteUrlPattern;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.resolved.Expansion.Owned;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Resolves capabilities against manifests, once at start-up and again for each one added
 * later (acl 6). Everything that is wrong is collected and thrown together; nothing is
 * granted by what could not be read.
 *
 * @since 0.1.0
 */
public final class AclResolver {

	private final Manifests manifests;

	private final Platform platform;

	// Entries like core:default stand in many capabilities.
	private final Map<PermissionIdentifier, List<Owned>> expansions = new HashMap<>();

	/**
	 * Create a resolver.
	 * @param manifests what there is to grant
	 * @param platform the platform to resolve for
	 */
	public AclResolver(Manifests manifests, Platform platform) {
		Assert.notNull(manifests, "'manifests' must not be null");
		Assert.notNull(platform, "'platform' must not be null");
		this.manifests = manifests;
		this.platform = platform;
	}

	/**
	 * Resolve capabilities, in ascending order of their identifiers.
	 * @param capabilities the capabilities
	 * @return what they come to
	 * @throws AclViolationsException with everything that is wrong with them
	 */
	public ResolvedAcl resolve(Collection<Capability> capabilities) {
		return resolve(capabilities, List.of());
	}

	/**
	 * Resolve further capabilities, in ascending order of their identifiers.
	 * @param capabilities the capabilities
	 * @param taken identifiers of those resolved before
	 * @return what the further ones come to
	 * @throws AclViolationsException with everything that is wrong with them
	 */
	public synchronized ResolvedAcl resolve(Collection<Capability> capabilities, Collection<String> taken) {
		Assert.notNull(capabilities, "'capabilities' must not be null");
		Assert.notNull(taken, "'taken' must not be null");
		Resolution resolution = new Resolution();
		Map<String, String> identifiers = new HashMap<>();
		taken.forEach((identifier) -> identifiers.put(plain(identifier), identifier));
		List<Capability> sorted = new ArrayList<>(capabilities);
		sorted.sort(Comparator.comparing(Capability::identifier));
		for (Capability capability : sorted) {
			String identifier = capability.identifier();
			String other = identifiers.putIfAbsent(plain(identifier), identifier);
			if (other != null) {
				resolution.problem(capability,
						other.equals(identifier) ? "capability with identifier `" + identifier + "` already exists"
								: "capability identifiers `" + other + "` and `" + identifier
										+ "` differ in hyphens and letter case only",
						identifier, List.of());
			}
			else if (capability.isActiveOn(this.platform)) {
				resolve(capability, resolution);
			}
		}
		return resolution.result();
	}

	// Environment variables cannot tell such identifiers apart (acl 4.3).
	private static String plain(String identifier) {
		return identifier.replace("-", "").toLowerCase(Locale.ROOT);
	}

	private void resolve(Capability capability, Resolution resolution) {
		List<LabelPattern> windows = resolution.compile(capability, sorted(capability.windows()), LabelPattern::of, "");
		List<LabelPattern> webviews = resolution.compile(capability, sorted(capability.webviews()), LabelPattern::of,
				"");
		List<ExecutionContext> contexts = new ArrayList<>();
		if (capability.local()) {
			contexts.add(ExecutionContext.Local.INSTANCE);
		}
		resolution
			.compile(capability, capability.remoteUrls(), RemoteUrlPattern::of, "invalid URL pattern for remote URL ")
			.forEach((pattern) -> contexts.add(new ExecutionContext.Remote(pattern)));
		for (PermissionEntry entry : capability.permissions()) {
			for (Owned owned : expand(capability, entry, resolution)) {
				if (owned.permission().isActiveOn(this.platform)) {
					grant(capability, entry, owned, contexts, windows, webviews, resolution);
				}
			}
		}
	}

	private static List<String> sorted(List<String> globs) {
		return globs.stream().sorted().toList();
	}

	private List<Owned> expand(Capability capability, PermissionEntry entry, Resolution resolution) {
		String invalid = PermissionIdentifier.problem(entry.identifier());
		if (invalid != null) {
			resolution.problem(capability, invalid, entry.identifier(), List.of());
			return List.of();
		}
		PermissionIdentifier identifier = PermissionIdentifier.of(entry.identifier());
		List<Owned> known = this.expansions.get(identifier);
		if (known != null) {
			return known;
		}
		try {
			List<Owned> expanded = Expansion.of(identifier, this.manifests);
			this.expansions.put(identifier, expanded);
			return expanded;
		}
		catch (Expansion.Problem ex) {
			resolution.problem(capability, ex.text(), ex.value(), ex.candidates());
			return List.of();
		}
		catch (AclViolationsException ex) {
			resolution.unreadable(ex);
			return List.of();
		}
	}

	private static void grant(Capability capability, PermissionEntry entry, Owned owned,
			List<ExecutionContext> contexts, List<LabelPattern> windows, List<LabelPattern> webviews,
			Resolution resolution) {
		Permission permission = owned.permission();
		Scope scope = entry.scope().and(permission.scope());
		if (permission.commands().isEmpty()) {
			String plugin = owned.manifest().pluginName();
			resolution.addGlobal((plugin != null) ? plugin : owned.manifest().key(), scope);
			return;
		}
		for (ExecutionContext context : contexts) {
			ResolvedCommand command = new ResolvedCommand(context, windows, webviews, scope.isEmpty() ? null : scope,
					capability.identifier(), permission.identifier());
			for (String name : permission.commands().allow()) {
				resolution.allow(owned.manifest().wireName(name), command);
			}
			for (String name : permission.commands().deny()) {
				resolution.deny(owned.manifest().wireName(name), command);
			}
		}
	}

	private static final class Resolution {

		private final Map<String, List<ResolvedCommand>> allowed = new HashMap<>();

		private final Map<String, List<ResolvedCommand>> denied = new HashMap<>();

		private final Map<String, List<Scope>> globalScopes = new HashMap<>();

		private final List<AclViolation> problems = new ArrayList<>();

		void allow(String wireName, ResolvedCommand command) {
			this.allowed.computeIfAbsent(wireName, (key) -> new ArrayList<>()).add(command);
		}

		void deny(String wireName, ResolvedCommand command) {
			this.denied.computeIfAbsent(wireName, (key) -> new ArrayList<>()).add(command);
		}

		void addGlobal(String plugin, Scope scope) {
			this.globalScopes.computeIfAbsent(plugin, (key) -> new ArrayList<>()).add(scope);
		}

		<T> List<T> compile(Capability capability, List<String> texts, Function<String, T> compiler, String prefix) {
			List<T> patterns = new ArrayList<>(texts.size());
			for (String text : texts) {
				try {
					patterns.add(compiler.apply(text));
				}
				catch (IllegalArgumentException ex) {
					String message = prefix.isEmpty() ? String.valueOf(ex.getMessage())
							: prefix + text + ": " + ex.getMessage();
					problem(capability, message, text, List.of());
				}
			}
			return patterns;
		}

		void problem(Capability capability, String message, @Nullable String value, List<String> candidates) {
			this.problems.add(new AclViolation(message, "capability '" + capability.identifier() + "'",
					capability.source(), value, candidates));
		}

		// A manifest that several entries need is told of once.
		void unreadable(AclViolationsException manifest) {
			for (AclViolation violation : manifest.getViolations()) {
				if (!this.problems.contains(violation)) {
					this.problems.add(violation);
				}
			}
		}

		ResolvedAcl result() {
			if (!this.problems.isEmpty()) {
				throw new AclViolationsException(this.problems);
			}
			Map<String, Scope> globals = new HashMap<>();
			this.globalScopes.forEach((plugin, scopes) -> globals.put(plugin, Scope.join(scopes)));
			return new ResolvedAcl(this.allowed, this.denied, globals);
		}

	}

}
