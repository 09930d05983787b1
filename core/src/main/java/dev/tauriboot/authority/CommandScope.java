package dev.tauriboot.authority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The scope entries that came with the grants of one call, in the order of the grants
 * (acl 9.1). A command declares a parameter of this type to get them, with the type it
 * wants them to be read as. It decides itself what they mean: what is denied is to be
 * refused, whatever is allowed.
 *
 * @param allow what is allowed
 * @param deny what is denied
 * @param <T> a type that the application's mapper can read the entries as
 * @since 0.1.0
 * @see GlobalScope
 */
public record CommandScope<T extends @Nullable Object>(List<T> allow, List<T> deny) {

	public CommandScope {
		Assert.notNull(allow, "'allow' must not be null");
		Assert.notNull(deny, "'deny' must not be null");
		// An entry may be null, which List.copyOf refuses.
		allow = Collections.unmodifiableList(new ArrayList<>(allow));
		deny = Collections.unmodifiableList(new ArrayList<>(deny));
	}

	/**
	 * These entries followed by those of the plugin, which is what a command decides by
	 * as a rule.
	 * @param global the entries for all commands of the plugin
	 * @return all entries
	 */
	public CommandScope<T> and(GlobalScope<T> global) {
		Assert.notNull(global, "'global' must not be null");
		return new CommandScope<>(join(this.allow, global.allow()), join(this.deny, global.deny()));
	}

	private static <T extends @Nullable Object> List<T> join(List<T> first, List<T> second) {
		List<T> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

	/**
	 * Whether there is no entry.
	 * @return {@code true} if nothing is allowed and nothing denied
	 */
	public boolean isEmpty() {
		return this.allow.isEmpty() && this.deny.isEmpty();
	}

}
