package dev.tauriboot.authority;

/**
 * Told about decisions by {@link PublishingAccessPolicy}, on the thread that decides. It
 * must not block, and what it throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
public interface AccessObserver {

	/**
	 * Whether to tell about grants too. Asked once, at the first grant.
	 * @return {@code false} unless overridden
	 */
	default boolean wantsGrants() {
		return false;
	}

	/**
	 * A call may go on.
	 * @param request the call
	 * @param decision what it was granted with
	 */
	default void granted(AccessRequest request, AccessDecision.Granted decision) {
	}

	/**
	 * A call was refused.
	 * @param request the call
	 * @param decision why
	 */
	void denied(AccessRequest request, AccessDecision.Denied decision);

}
