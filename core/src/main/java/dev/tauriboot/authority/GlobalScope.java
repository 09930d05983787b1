package dev.tauriboot.authority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The scope entries for all commands of the plugin that a command belongs to, whoever
 * calls (acl 9.1). A command declares a parameter of this type to get them.
 *
 * @param allow what is allowed
 * @param deny what is denied
 * @param <T> a type that the application's mapper can read the entries as
 * @since 0.1.0
 * @see CommandScope#and(GlobalScope)
 */
public record GlobalScope<T extends @Nullable Object>(List<T> allow, List<T> deny) {

	public GlobalScope {
		Assert.notNull(allow, "'allow' must not be null");
		Assert.notNull(deny, "'deny' must not be null");
		// An entry may be null, which List.copyOf refuses.
		allow = Collections.unmodifiableList(new ArrayList<>(allow));
		deny = Collections.unmodifiableList(new ArrayList<>(deny));
	}

	/**
	 * Whether there is no entry.
	 * @return {@code true} if nothing is allowed and nothing denied
	 */
	public boolean isEmpty() {
		return this.allow.isEmpty() && this.deny.isEmpty();
	}

}
