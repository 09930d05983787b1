package dev.tauriboot.plugin.net;

import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.scope.UrlScope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers the scopes that entries come to, since the same calls bring the same entries.
 *
 * @since 0.1.0
 */
public final class UrlScopes {

	private static final int MAX_KNOWN = 256;

	private final ConcurrentLruCache<Key, UrlScope> known = new ConcurrentLruCache<>(MAX_KNOWN, Key::read);

	/**
	 * Find the scope of a call.
	 * @param scope the entries of the command
	 * @param global the entries of the plugin
	 * @return the scope
	 * @throws InvokeException if an entry is malformed
	 */
	public UrlScope of(CommandScope<@Nullable Object> scope, GlobalScope<@Nullable Object> global) {
		try {
			return this.known.get(new Key(scope, global));
		}
		catch (IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Scopes are compared by identity, which is quick.
	 */
	private static final class Key {

		private final CommandScope<@Nullable Object> scope;

		private final GlobalScope<@Nullable Object> global;

		Key(CommandScope<@Nullable Object> scope, GlobalScope<@Nullable Object> global) {
			this.scope = scope;
			this.global = global;
		}

		UrlScope read() {
			CommandScope<@Nullable Object> all = this.scope.and(this.global);
			return UrlScope.of(all.allow(), all.deny());
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.scope == key.scope && this.global == key.global;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.scope) * 31 + System.identityHashCode(this.global);
		}

	}

}
