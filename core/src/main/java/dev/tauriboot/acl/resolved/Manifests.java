package dev.tauriboot.acl.resolved;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import dev.tauriboot.acl.Manifest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * All manifests of an application by key: those of its plugins and at most one of its
 * own. An empty one of its own counts as none (acl 2.4).
 *
 * @since 0.1.0
 */
public final class Manifests {

	private final Map<String, Manifest> byKey;

	/**
	 * Collect manifests.
	 * @param manifests the manifests
	 * @throws IllegalArgumentException if two have the same key
	 */
	public Manifests(Collection<Manifest> manifests) {
		Assert.notNull(manifests, "'manifests' must not be null");
		Map<String, Manifest> byKey = new TreeMap<>();
		for (Manifest manifest : manifests) {
			if (!manifest.isApp() || !manifest.isEmpty()) {
				Manifest other = byKey.put(manifest.key(), manifest);
				Assert.isTrue(other == null, () -> "there are two manifests for '" + manifest.key() + "'");
			}
		}
		this.byKey = Collections.unmodifiableMap(byKey);
	}

	/**
	 * The manifests by key.
	 * @return a sorted map that cannot be changed
	 */
	public Map<String, Manifest> byKey() {
		return this.byKey;
	}

	/**
	 * The manifest of that key.
	 * @param key the key
	 * @return the manifest, or {@code null} if there is none
	 */
	public @Nullable Manifest find(String key) {
		return this.byKey.get(key);
	}

	/**
	 * The manifest of a plugin by the name that commands carry.
	 * @param plugin the plugin's name, {@code null} for the application
	 * @return the manifest, or {@code null} if there is none
	 */
	public @Nullable Manifest ofPlugin(@Nullable String plugin) {
		if (plugin == null) {
			return this.byKey.get(Manifest.APP_KEY);
		}
		Manifest manifest = this.byKey.get(plugin);
		return (manifest != null) ? manifest : this.byKey.get("core:" + plugin);
	}

	/**
	 * Whether the application has a manifest of its own, so that its commands need grants
	 * (acl 8).
	 * @return {@code true} if it does
	 */
	public boolean hasApp() {
		return this.byKey.containsKey(Manifest.APP_KEY);
	}

}
