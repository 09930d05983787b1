package dev.tauriboot.acl.resolved;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Manifest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * All manifests of an application by key: those of its plugins and at most one of its
 * own. An empty one of its own counts as none (acl 2.4).
 * <p>
 * Manifests that are not read yet are read when somebody asks for them. One that cannot
 * be read stays unreadable: asking for it throws {@link AclViolationsException} each
 * time.
 *
 * @since 0.1.0
 */
public final class Manifests {

	private final Map<String, Manifest> read = new TreeMap<>();

	private final Map<String, Supplier<Manifest>> unread;

	private final Set<String> keys;

	/**
	 * Collect manifests.
	 * @param manifests the manifests
	 * @throws IllegalArgumentException if two have the same key
	 */
	public Manifests(Collection<Manifest> manifests) {
		this(manifests, Map.of());
	}

	/**
	 * Collect manifests, some of them not read yet.
	 * @param manifests those that are read
	 * @param unread what reads the others, by key
	 * @throws IllegalArgumentException if two have the same key
	 */
	public Manifests(Collection<Manifest> manifests, Map<String, Supplier<Manifest>> unread) {
		Assert.notNull(manifests, "'manifests' must not be null");
		Assert.notNull(unread, "'unread' must not be null");
		this.unread = new HashMap<>(unread);
		Set<String> keys = new TreeSet<>(unread.keySet());
		for (Manifest manifest : manifests) {
			if (!manifest.isApp() || !manifest.isEmpty()) {
				Assert.isTrue(keys.add(manifest.key()), () -> "there are two manifests for '" + manifest.key() + "'");
				this.read.put(manifest.key(), manifest);
			}
		}
		this.keys = Collections.unmodifiableSet(keys);
	}

	/**
	 * The keys there are, of manifests read or not.
	 * @return a sorted set that cannot be changed
	 */
	public Set<String> keys() {
		return this.keys;
	}

	/**
	 * The manifests by key. Reads all that are not read yet.
	 * @return a sorted map that cannot be changed
	 * @throws AclViolationsException if one cannot be read
	 */
	public synchronized Map<String, Manifest> byKey() {
		this.keys.forEach(this::find);
		return readByKey();
	}

	/**
	 * The manifests that are read by now: those that somebody asked for.
	 * @return a sorted map that cannot be changed
	 */
	public synchronized Map<String, Manifest> readByKey() {
		return Collections.unmodifiableMap(new TreeMap<>(this.read));
	}

	/**
	 * The manifest of that key.
	 * @param key the key
	 * @return the manifest, or {@code null} if there is none
	 * @throws AclViolationsException if it cannot be read
	 */
	public synchronized @Nullable Manifest find(String key) {
		Manifest manifest = this.read.get(key);
		Supplier<Manifest> reader = this.unread.get(key);
		if (manifest == null && reader != null) {
			manifest = read(key, reader);
		}
		return manifest;
	}

	private Manifest read(String key, Supplier<Manifest> reader) {
		try {
			Manifest manifest = reader.get();
			this.read.put(key, manifest);
			return manifest;
		}
		catch (AclViolationsException ex) {
			this.unread.put(key, () -> {
				throw ex;
			});
			throw ex;
		}
	}

	/**
	 * The manifest of a plugin by the name that commands carry.
	 * @param plugin the plugin's name, {@code null} for the application
	 * @return the manifest, or {@code null} if there is none
	 * @throws AclViolationsException if it cannot be read
	 */
	public @Nullable Manifest ofPlugin(@Nullable String plugin) {
		if (plugin == null) {
			return find(Manifest.APP_KEY);
		}
		Manifest manifest = find(plugin);
		return (manifest != null) ? manifest : find("core:" + plugin);
	}

	/**
	 * Whether the application has a manifest of its own, so that its commands need grants
	 * (acl 8).
	 * @return {@code true} if it does
	 */
	public boolean hasApp() {
		return this.keys.contains(Manifest.APP_KEY);
	}

}
