package dev.tauriboot.event;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * Emits the application events whose class is a {@link TauriEvent}, on the thread that
 * publishes them.
 *
 * @since 0.1.0
 */
public final class ApplicationEventBridge implements GenericApplicationListener {

	private final Events events;

	/**
	 * Create the bridge.
	 * @param events where the events go
	 */
	public ApplicationEventBridge(Events events) {
		Assert.notNull(events, "'events' must not be null");
		this.events = events;
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		return PayloadApplicationEvent.class.isAssignableFrom(eventType.toClass());
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof PayloadApplicationEvent<?> published) {
			Object payload = published.getPayload();
			TauriEvent annotation = annotation(payload.getClass());
			if (annotation != null) {
				EventTarget target = annotation.target().target(annotation.label());
				this.events.emitTo(target, annotation.name(), payload);
			}
		}
	}

	private static @Nullable TauriEvent annotation(Class<?> type) {
		return AnnotatedElementUtils.findMergedAnnotation(type, TauriEvent.class);
	}

}
