package dev.tauriboot.command.annotation.support;

import java.lang.reflect.UndeclaredThrowableException;

import dev.tauriboot.command.BeanMethod;
import dev.tauriboot.event.Event;
import dev.tauriboot.event.EventHandler;
import dev.tauriboot.event.EventPayload;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * A bean's method that handles events.
 */
final class EventListenerMethod implements EventHandler {

	private static final Log logger = LogFactory.getLog(EventListenerMethod.class);

	private final BeanMethod method;

	private final Argument[] arguments;

	private final @Nullable ReactiveAdapter adapter;

	EventListenerMethod(BeanMethod method, Argument[] arguments) {
		this.method = method;
		this.arguments = arguments;
		this.adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.method().getReturnType());
	}

	@Override
	public void handle(Event<EventPayload> event) throws Exception {
		@Nullable Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].of(event);
		}
		try {
			Object result = this.method.invoke(this.method.bean(), values);
			if (this.adapter != null && result != null) {
				Flux.from(this.adapter.toPublisher(result)).subscribe((value) -> {
				}, (ex) -> logger.error("Result of " + this.method + " failed", ex));
			}
		}
		catch (Exception | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

	/**
	 * A parameter's value.
	 */
	@FunctionalInterface
	interface Argument {

		@Nullable Object of(Event<EventPayload> event);

	}

}
