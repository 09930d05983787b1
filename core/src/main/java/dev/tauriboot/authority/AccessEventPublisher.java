package dev.tauriboot.authority;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;

/**
 * Publishes {@link AccessEvent}s in a context. Denials are published always, grants only
 * if a listener is about them or about all access events: one for whatever happens does
 * not count, since there is one in most applications and a grant with every call.
 *
 * @since 0.1.0
 */
public final class AccessEventPublisher implements AccessObserver {

	private static final ResolvableType GRANT = ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class,
			AccessEvent.Granted.class);

	private static final ResolvableType OTHER = ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class,
			Other.class);

	private final ApplicationContext context;

	/**
	 * Create the publisher.
	 * @param context where to publish
	 */
	public AccessEventPublisher(ApplicationContext context) {
		Assert.notNull(context, "'context' must not be null");
		this.context = context;
	}

	@Override
	public boolean wantsGrants() {
		for (ApplicationContext context = this.context; context != null; context = context.getParent()) {
			if (!(context instanceof AbstractApplicationContext listening) || hasListener(listening)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasListener(AbstractApplicationContext context) {
		for (ApplicationListener<?> listener : context.getApplicationListeners()) {
			GenericApplicationListener generic = (listener instanceof GenericApplicationListener itself) ? itself
					: new GenericApplicationListenerAdapter(listener);
			if (generic.supportsEventType(GRANT) && !generic.supportsEventType(OTHER)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void granted(AccessRequest request, AccessDecision.Granted decision) {
		this.context.publishEvent(new AccessEvent.Granted(request, decision));
	}

	@Override
	public void denied(AccessRequest request, AccessDecision.Denied decision) {
		this.context.publishEvent(new AccessEvent.Denied(request, decision));
	}

	/**
	 * Stands for all that is not about access.
	 */
	private record Other(@Nullable Object nothing) {
	}

}
