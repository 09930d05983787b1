package dev.tauriboot.authority;

import reactor.core.publisher.Mono;

/**
 * Decides on calls. Consulted once for each, before the command is looked up. An empty
 * result is a refusal.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AccessPolicy {

	/**
	 * Decide on a call.
	 * @param request the question
	 * @return the answer; one that is known at once is to be {@link Mono#just}, which is
	 * read without a subscription
	 */
	Mono<AccessDecision> decide(AccessRequest request);

}
