package dev.tauriboot.acl;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A named bundle of allowed commands, denied commands and scope entries, owned by a
 * plugin or by the application (acl 2.2).
 *
 * @param identifier its name in its manifest
 * @param description what it is for, may be {@code null}
 * @param commands the commands it opens and closes
 * @param scope its scope entries
 * @param platforms where it counts, {@code null} for everywhere
 * @since 0.1.0
 */
public record Permission(String identifier, @Nullable String description, Commands commands, Scope scope,
		@Nullable Set<Platform> platforms) {

	public Permission {
		Assert.notNull(identifier, "'identifier' must not be null");
		Assert.notNull(commands, "'commands' must not be null");
		Assert.notNull(scope, "'scope' must not be null");
		platforms = (platforms != null) ? Set.copyOf(platforms) : null;
	}

	/**
	 * Whether it counts on a platform.
	 * @param platform the platform
	 * @return {@code true} if it is not limited to others
	 */
	public boolean isActiveOn(Platform platform) {
		return this.platforms == null || this.platforms.contains(platform);
	}

}
