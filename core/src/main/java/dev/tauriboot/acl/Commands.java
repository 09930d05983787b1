package dev.tauriboot.acl;

import java.util.List;

import org.springframework.util.Assert;

/**
 * The commands that a permission opens and closes, by their names without plugin.
 *
 * @param allow commands it allows
 * @param deny commands it denies
 * @since 0.1.0
 */
public record Commands(List<String> allow, List<String> deny) {

	/**
	 * No command.
	 */
	public static final Commands NONE = new Commands(List.of(), List.of());

	public Commands {
		Assert.notNull(allow, "'allow' must not be null");
		Assert.notNull(deny, "'deny' must not be null");
		allow = List.copyOf(allow);
		deny = List.copyOf(deny);
	}

	/**
	 * Whether there is none at all.
	 * @return {@code true} if nothing is allowed and nothing denied
	 */
	public boolean isEmpty() {
		return this.allow.isEmpty() && this.deny.isEmpty();
	}

}
