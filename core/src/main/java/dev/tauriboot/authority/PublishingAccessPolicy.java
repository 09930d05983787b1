package dev.tauriboot.authority;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Tells observers what another policy decides. A decision that does not come, or comes as
 * an error, is a refusal like any other. While nobody wants to know about grants, they
 * pass as they are.
 *
 * @since 0.1.0
 */
public final class PublishingAccessPolicy implements AccessPolicy {

	private static final Log logger = LogFactory.getLog(PublishingAccessPolicy.class);

	private final AccessPolicy delegate;

	private final AccessObserver[] observers;

	private volatile AccessObserver @Nullable [] grantObservers;

	/**
	 * Create the policy.
	 * @param delegate decides
	 * @param observers told about it, in order
	 */
	public PublishingAccessPolicy(AccessPolicy delegate, List<? extends AccessObserver> observers) {
		Assert.notNull(delegate, "'delegate' must not be null");
		Assert.notNull(observers, "'observers' must not be null");
		this.delegate = delegate;
		this.observers = observers.toArray(AccessObserver[]::new);
	}

	@Override
	public Mono<AccessDecision> decide(AccessRequest request) {
		Mono<AccessDecision> decision;
		try {
			decision = this.delegate.decide(request);
			if (decision instanceof Fuseable.ScalarCallable<?> scalar) {
				AccessDecision known = (AccessDecision) scalar.call();
				if (known instanceof Granted granted) {
					granted(request, granted);
					return decision;
				}
				return Mono.just((known instanceof Denied denied) ? denied(request, denied) : undecided(request));
			}
		}
		catch (Exception ex) {
			return Mono.just(failed(request, ex));
		}
		return decision.map((later) -> publish(request, later))
			.switchIfEmpty(Mono.fromSupplier(() -> undecided(request)))
			.onErrorResume((ex) -> Mono.fromSupplier(() -> failed(request, ex)));
	}

	private AccessDecision publish(AccessRequest request, AccessDecision decision) {
		if (decision instanceof Granted granted) {
			granted(request, granted);
			return decision;
		}
		return denied(request, (Denied) decision);
	}

	private AccessDecision undecided(AccessRequest request) {
		return denied(request, Denied.byRule(request, "not allowed. Nobody decided on the call", false));
	}

	private AccessDecision failed(AccessRequest request, Throwable error) {
		logger.error("A command was refused because deciding on it failed", error);
		return denied(request, Denied.byRule(request, "not allowed. Deciding on the call failed", false));
	}

	private void granted(AccessRequest request, Granted decision) {
		for (AccessObserver observer : grantObservers()) {
			tell(observer, (o) -> o.granted(request, decision));
		}
	}

	private AccessDecision denied(AccessRequest request, Denied decision) {
		for (AccessObserver observer : this.observers) {
			tell(observer, (o) -> o.denied(request, decision));
		}
		return decision;
	}

	private static void tell(AccessObserver observer, Consumer<AccessObserver> news) {
		try {
			news.accept(observer);
		}
		catch (RuntimeException ex) {
			logger.warn("An observer of decisions failed", ex);
		}
	}

	private AccessObserver[] grantObservers() {
		AccessObserver[] interested = this.grantObservers;
		if (interested == null) {
			interested = Stream.of(this.observers)
				.filter(PublishingAccessPolicy::wantsGrants)
				.toArray(AccessObserver[]::new);
			this.grantObservers = interested;
		}
		return interested;
	}

	private static boolean wantsGrants(AccessObserver observer) {
		try {
			return observer.wantsGrants();
		}
		catch (RuntimeException ex) {
			logger.warn("An observer of decisions did not say whether it wants grants", ex);
			return false;
		}
	}

}
