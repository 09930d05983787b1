package dev.tauriboot.command;

import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.log.LogMessage;

/**
 * Waits for the decision on one call. A decision that does not come, or comes as an
 * error, is a refusal.
 */
final class AccessCheck implements CoreSubscriber<AccessDecision> {

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private final InvokeRequest request;

	private final InvokeCall call;

	private boolean decided;

	private AccessCheck(InvokeRequest request, InvokeCall call) {
		this.request = request;
		this.call = call;
	}

	static void start(AccessPolicy policy, InvokeRequest request, InvokeCall call) {
		AccessDecision known;
		try {
			Mono<AccessDecision> decision = policy
				.decide(new AccessRequest(request.command(), Caller.of(request.page())));
			if (!(decision instanceof Fuseable.ScalarCallable<?> scalar)) {
				decision.subscribe(new AccessCheck(request, call));
				return;
			}
			known = (AccessDecision) scalar.call();
		}
		catch (Throwable ex) {
			fail(request, call, ex);
			return;
		}
		settle(request, call, known);
	}

	private static void settle(InvokeRequest request, InvokeCall call, @Nullable AccessDecision decision) {
		if (decision instanceof Granted granted) {
			call.granted(granted);
		}
		else {
			call.denied((decision instanceof Denied denied) ? denied.text() : Denied.terse(request.command()));
		}
	}

	private static void fail(InvokeRequest request, InvokeCall call, Throwable error) {
		logger.error(LogMessage.format("Webview '%s' was refused a command because deciding on it failed",
				request.page().webview().label()), error);
		settle(request, call, null);
	}

	@Override
	public Context currentContext() {
		return this.call.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.call.onSubscribe(subscription);
	}

	@Override
	public void onNext(AccessDecision decision) {
		if (!this.decided) {
			this.decided = true;
			settle(this.request, this.call, decision);
		}
	}

	@Override
	public void onError(Throwable error) {
		if (this.decided) {
			Operators.onErrorDropped(error, currentContext());
			return;
		}
		this.decided = true;
		fail(this.request, this.call, error);
	}

	@Override
	public void onComplete() {
		if (!this.decided) {
			this.decided = true;
			settle(this.request, this.call, null);
		}
	}

}
