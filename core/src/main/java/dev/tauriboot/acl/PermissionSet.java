package dev.tauriboot.acl;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A named list of permissions and other sets (acl 2.3).
 *
 * @param identifier its name in its manifest, {@value #DEFAULT} for the default
 * @param description what it is for, may be {@code null}
 * @param permissions its members, as written
 * @since 0.1.0
 */
public record PermissionSet(String identifier, @Nullable String description, List<String> permissions) {

	/**
	 * Name of the set that a manifest offers as its default.
	 */
	public static final String DEFAULT = "default";

	public PermissionSet {
		Assert.notNull(identifier, "'identifier' must not be null");
		Assert.notNull(permissions, "'permissions' must not be null");
		permissions = List.copyOf(permissions);
	}

}
