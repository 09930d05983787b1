package dev.tauriboot.security;

import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.util.Assert;

/**
 * Asks a rule of the application's own about each call that another policy has granted,
 * as a rule by capabilities: both must grant. The rule gets the authentication of the
 * call, which is a {@link WebviewAuthentication} unless a filter has set another. A rule
 * that says nothing denies.
 *
 * @since 0.1.0
 */
public final class AuthorizationManagerAccessPolicy implements AccessPolicy {

	private static final Mono<Authentication> AUTHENTICATION = ReactiveSecurityContextHolder.getContext()
		.flatMap((context) -> Mono.justOrEmpty(context.getAuthentication()));

	private final AccessPolicy first;

	private final ReactiveAuthorizationManager<AccessRequest> rule;

	private final boolean detailed;

	/**
	 * Create the policy.
	 * @param first asked first
	 * @param rule asked about what that has granted
	 * @param detailed whether pages get to see why they were refused
	 */
	public AuthorizationManagerAccessPolicy(AccessPolicy first, ReactiveAuthorizationManager<AccessRequest> rule,
			boolean detailed) {
		Assert.notNull(first, "'first' must not be null");
		Assert.notNull(rule, "'rule' must not be null");
		this.first = first;
		this.rule = rule;
		this.detailed = detailed;
	}

	@Override
	public Mono<AccessDecision> decide(AccessRequest request) {
		Mono<AccessDecision> decision = this.first.decide(request);
		// Not to pay for a subscription where there is nothing to ask about.
		if (decision instanceof Fuseable.ScalarCallable<?> && decision.block() instanceof Denied) {
			return decision;
		}
		return decision
			.flatMap((known) -> (known instanceof Granted granted) ? ask(request, granted) : Mono.just(known));
	}

	private Mono<AccessDecision> ask(AccessRequest request, Granted granted) {
		AccessDecision denied = Denied.byRule(request, "not allowed by a rule of the application", this.detailed);
		return this.rule.authorize(AUTHENTICATION, request)
			.filter(AuthorizationResult::isGranted)
			.<AccessDecision>map((result) -> granted)
			.defaultIfEmpty(denied)
			.onErrorReturn(AccessDeniedException.class, denied);
	}

}
