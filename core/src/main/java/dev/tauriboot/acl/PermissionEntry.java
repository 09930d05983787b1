package dev.tauriboot.acl;

import org.springframework.util.Assert;

/**
 * What a capability grants: a permission or set, and scope entries of the capability's
 * own (acl 2.1).
 *
 * @param identifier the identifier as written, not yet checked
 * @param scope further scope entries, which come before those of the permission
 * @since 0.1.0
 */
public record PermissionEntry(String identifier, Scope scope) {

	public PermissionEntry {
		Assert.notNull(identifier, "'identifier' must not be null");
		Assert.notNull(scope, "'scope' must not be null");
	}

	/**
	 * An entry without a scope of its own.
	 * @param identifier the identifier as written
	 * @return the entry
	 */
	public static PermissionEntry of(String identifier) {
		return new PermissionEntry(identifier, Scope.EMPTY);
	}

}
