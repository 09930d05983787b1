package dev.tauriboot.acl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which windows, webviews and page origins get which permissions (acl 2.1). Patterns and
 * identifiers are kept as written; whether they are any good is found out when the
 * capability is resolved.
 *
 * @param identifier its unique name
 * @param description what it is for, may be empty
 * @param windows globs of window labels
 * @param webviews globs of webview labels
 * @param local whether the application's own pages get it
 * @param remoteUrls patterns of other pages that get it too
 * @param platforms where it is active, {@code null} for everywhere
 * @param permissions what it grants
 * @param source where it was written, for messages, may be {@code null}
 * @since 0.1.0
 */
public record Capability(String identifier, String description, List<String> windows, List<String> webviews,
		boolean local, List<String> remoteUrls, @Nullable Set<Platform> platforms, List<PermissionEntry> permissions,
		@Nullable String source) {

	public Capability {
		Assert.notNull(identifier, "'identifier' must not be null");
		Assert.notNull(description, "'description' must not be null");
		windows = List.copyOf(windows);
		webviews = List.copyOf(webviews);
		remoteUrls = List.copyOf(remoteUrls);
		platforms = (platforms != null) ? Set.copyOf(platforms) : null;
		permissions = List.copyOf(permissions);
	}

	/**
	 * Start to build a capability, local and active everywhere unless told otherwise.
	 * @param identifier its unique name
	 * @return the builder
	 */
	public static Builder withId(String identifier) {
		return new Builder(identifier);
	}

	/**
	 * Whether it is active on a platform.
	 * @param platform the platform
	 * @return {@code true} if it is not limited to others
	 */
	public boolean isActiveOn(Platform platform) {
		return this.platforms == null || this.platforms.contains(platform);
	}

	/**
	 * Builds a {@link Capability}.
	 */
	public static final class Builder {

		private final String identifier;

		private String description = "";

		private final List<String> windows = new ArrayList<>();

		private final List<String> webviews = new ArrayList<>();

		private boolean local = true;

		private final List<String> remoteUrls = new ArrayList<>();

		private @Nullable Set<Platform> platforms;

		private final List<PermissionEntry> permissions = new ArrayList<>();

		private @Nullable String source;

		private Builder(String identifier) {
			this.identifier = identifier;
		}

		/**
		 * Say what it is for.
		 * @param description a sentence
		 * @return this builder
		 */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Add windows.
		 * @param globs globs of labels
		 * @return this builder
		 */
		public Builder windows(String... globs) {
			this.windows.addAll(List.of(globs));
			return this;
		}

		/**
		 * Add webviews.
		 * @param globs globs of labels
		 * @return this builder
		 */
		public Builder webviews(String... globs) {
			this.webviews.addAll(List.of(globs));
			return this;
		}

		/**
		 * Whether the application's own pages get it.
		 * @param local {@code true} unless told otherwise
		 * @return this builder
		 */
		public Builder local(boolean local) {
			this.local = local;
			return this;
		}

		/**
		 * Add other pages.
		 * @param urls patterns of URLs
		 * @return this builder
		 */
		public Builder remoteUrls(String... urls) {
			this.remoteUrls.addAll(List.of(urls));
			return this;
		}

		/**
		 * Limit it to platforms.
		 * @param platforms the platforms, none for nowhere, {@code null} for everywhere
		 * @return this builder
		 */
		public Builder platforms(@Nullable Set<Platform> platforms) {
			this.platforms = platforms;
			return this;
		}

		/**
		 * Add permissions without scope entries.
		 * @param identifiers their identifiers
		 * @return this builder
		 */
		public Builder permissions(String... identifiers) {
			for (String permission : identifiers) {
				this.permissions.add(PermissionEntry.of(permission));
			}
			return this;
		}

		/**
		 * Add a permission.
		 * @param entry the permission and its scope entries
		 * @return this builder
		 */
		public Builder permission(PermissionEntry entry) {
			this.permissions.add(entry);
			return this;
		}

		/**
		 * Say where it was written.
		 * @param source the place, for messages, may be {@code null}
		 * @return this builder
		 */
		public Builder source(@Nullable String source) {
			this.source = source;
			return this;
		}

		/**
		 * Build the capability.
		 * @return the capability
		 */
		public Capability build() {
			return new Capability(this.identifier, this.description, this.windows, this.webviews, this.local,
					this.remoteUrls, this.platforms, this.permissions, this.source);
		}

	}

}
