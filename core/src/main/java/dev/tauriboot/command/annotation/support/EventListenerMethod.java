package dev.tauriboot.command.annotation.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import dev.tauriboot.event.Event;
import dev.tauriboot.event.EventHandler;
import dev.tauriboot.event.EventPayload;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ReflectionUtils;

/**
 * A bean's method that handles events.
 */
final class EventListenerMethod implements EventHandler {

	private static final Log logger = LogFactory.getLog(EventListenerMethod.class);

	private final Supplier<Object> bean;

	private final Method method;

	private final Argument[] arguments;

	private final @Nullable ReactiveAdapter adapter;

	EventListenerMethod(Supplier<Object> bean, Method method, Argument[] arguments) {
		this.bean = bean;
		this.method = method;
		this.arguments = arguments;
		this.adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType());
		ReflectionUtils.makeAccessible(method);
	}

	@Override
	public void handle(Event<EventPayload> event) throws Exception {
		@Nullable Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].of(event);
		}
		try {
			Object result = this.method.invoke(this.bean.get(), values);
			if (this.adapter != null && result != null) {
				Flux.from(this.adapter.toPublisher(result)).subscribe((value) -> {
				}, (ex) -> logger.error("Result of " + this.method.toGenericString() + " failed", ex));
			}
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
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
