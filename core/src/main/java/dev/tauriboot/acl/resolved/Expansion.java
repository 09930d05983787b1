package dev.tauriboot.acl.resolved;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionIdentifier;
import dev.tauriboot.acl.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * Expands an identifier into permissions (acl 6.3).
 */
final class Expansion {

	private final Manifests manifests;

	private final List<Owned> permissions = new ArrayList<>();

	// The sets that are being expanded, outermost first: a cycle comes back to one.
	private final Set<String> open = new LinkedHashSet<>();

	private Expansion(Manifests manifests) {
		this.manifests = manifests;
	}

	static List<Owned> of(PermissionIdentifier identifier, Manifests manifests) throws Problem {
		Expansion expansion = new Expansion(manifests);
		expansion.expand(identifier);
		return expansion.permissions;
	}

	private void expand(PermissionIdentifier identifier) throws Problem {
		String key = (identifier.prefix() != null) ? identifier.prefix() : Manifest.APP_KEY;
		Manifest manifest = this.manifests.find(key);
		if (manifest == null) {
			throw new Problem(
					"unknown ACL for " + shown(key) + ", expected one of " + String.join(", ", this.manifests.keys()),
					identifier.value(), candidates(identifier));
		}
		String name = identifier.base();
		PermissionSet set = manifest.sets().get(name);
		Permission permission = manifest.permissions().get(name);
		if (name.equals(PermissionSet.DEFAULT)) {
			expandDefault(manifest);
		}
		else if (set != null) {
			expand(set, manifest);
		}
		else if (permission != null) {
			this.permissions.add(new Owned(manifest, permission));
		}
		else {
			throw new Problem("unknown permission " + name + " for " + shown(key), identifier.value(),
					manifest.names().stream().map(manifest::qualified).toList());
		}
	}

	private void expandDefault(Manifest manifest) throws Problem {
		if (manifest.defaultSet() != null) {
			expand(manifest.defaultSet(), manifest);
		}
	}

	private void expand(PermissionSet set, Manifest manifest) throws Problem {
		String qualified = manifest.qualified(set.identifier());
		if (!this.open.add(qualified)) {
			throw new Problem("permission set " + set.identifier() + " contains itself", qualified, List.of());
		}
		for (String member : set.permissions()) {
			expandMember(member, set, manifest);
		}
		this.open.remove(qualified);
	}

	// Unlike in a capability, a permission comes before a set of the same name here.
	private void expandMember(String member, PermissionSet set, Manifest manifest) throws Problem {
		String invalid = PermissionIdentifier.problem(member);
		if (invalid != null) {
			throw new Problem("invalid identifier in permission set " + set.identifier() + ": " + invalid, member,
					List.of());
		}
		PermissionIdentifier identifier = PermissionIdentifier.of(member);
		Manifest other = (identifier.prefix() != null) ? this.manifests.find(identifier.prefix()) : null;
		Manifest owner = (other != null) ? other : manifest;
		String name = (other != null) ? identifier.base() : member;
		Permission permission = owner.permissions().get(name);
		PermissionSet nested = owner.sets().get(name);
		if (name.equals(PermissionSet.DEFAULT)) {
			expandDefault(owner);
		}
		else if (permission != null) {
			this.permissions.add(new Owned(owner, permission));
		}
		else if (nested != null) {
			expand(nested, owner);
		}
		else {
			throw new Problem("permission " + name + " not found from set " + set.identifier(), member,
					owner.names().stream().map(owner::qualified).toList());
		}
	}

	private static String shown(String key) {
		return key.equals(Manifest.APP_KEY) ? "app manifest" : key;
	}

	private List<String> candidates(PermissionIdentifier identifier) {
		Set<String> all = new TreeSet<>();
		for (String key : this.manifests.keys()) {
			Manifest manifest = readable(key);
			if (manifest != null) {
				boolean known = manifest.names().contains(identifier.base());
				all.add(manifest.qualified(known ? identifier.base() : PermissionSet.DEFAULT));
			}
		}
		return List.copyOf(all);
	}

	private @Nullable Manifest readable(String key) {
		try {
			return this.manifests.find(key);
		}
		catch (AclViolationsException ex) {
			return null;
		}
	}

	/**
	 * A permission and the manifest it belongs to.
	 */
	record Owned(Manifest manifest, Permission permission) {
	}

	/**
	 * Why an identifier stands for nothing.
	 */
	static final class Problem extends Exception {

		private static final long serialVersionUID = 1L;

		private final @Nullable String value;

		private final transient List<String> candidates;

		Problem(String message, @Nullable String value, List<String> candidates) {
			super(message, null, false, false);
			this.value = value;
			this.candidates = candidates;
		}

		String text() {
			return String.valueOf(getMessage());
		}

		@Nullable String value() {
			return this.value;
		}

		List<String> candidates() {
			return this.candidates;
		}

	}

}
