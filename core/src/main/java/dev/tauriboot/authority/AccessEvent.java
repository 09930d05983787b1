package dev.tauriboot.authority;

import org.springframework.util.Assert;

/**
 * A call was decided on. Published in the application's context on the thread that
 * decides, which a listener must not block. Grants are only published if a listener for
 * them was there at the first of them.
 *
 * @since 0.1.0
 */
public sealed interface AccessEvent {

	/**
	 * The call.
	 * @return the question that was decided
	 */
	AccessRequest request();

	/**
	 * The decision.
	 * @return the answer
	 */
	AccessDecision decision();

	/**
	 * The call may go on.
	 *
	 * @param request the call
	 * @param decision what it was granted with
	 */
	record Granted(AccessRequest request, AccessDecision.Granted decision) implements AccessEvent {

		public Granted {
			Assert.notNull(request, "'request' must not be null");
			Assert.notNull(decision, "'decision' must not be null");
		}

	}

	/**
	 * The call was refused.
	 *
	 * @param request the call
	 * @param decision why
	 */
	record Denied(AccessRequest request, AccessDecision.Denied decision) implements AccessEvent {

		public Denied {
			Assert.notNull(request, "'request' must not be null");
			Assert.notNull(decision, "'decision' must not be null");
		}

	}

}
