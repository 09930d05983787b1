package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.function.Supplier;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.BeanMethod;
import dev.tauriboot.command.annotation.TauriEventListener;
import dev.tauriboot.event.Event;
import dev.tauriboot.event.EventPayload;
import dev.tauriboot.event.Events;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Finds the {@link TauriEventListener} methods of all beans and registers them, once all
 * singletons are there and before any window opens.
 *
 * @since 0.1.0
 */
public final class AnnotatedEventListenerRegistrar implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Events events;

	private final Supplier<AppHandle> app;

	/**
	 * Create a registrar.
	 * @param beanFactory where to look
	 * @param events where to register
	 * @param app gives the handle that listeners may ask for
	 */
	public AnnotatedEventListenerRegistrar(ConfigurableListableBeanFactory beanFactory, Events events,
			Supplier<AppHandle> app) {
		Assert.notNull(beanFactory, "'beanFactory' must not be null");
		Assert.notNull(events, "'events' must not be null");
		Assert.notNull(app, "'app' must not be null");
		this.beanFactory = beanFactory;
		this.events = events;
		this.app = app;
	}

	@Override
	public void afterSingletonsInstantiated() {
		AnnotatedBeans beans = new AnnotatedBeans(this.beanFactory);
		beans.visit(TauriEventListener.class, (name, type, methods) -> {
			Supplier<Object> bean = beans.supplier(name);
			methods.forEach((method, annotation) -> register(bean, type, method, annotation));
		});
	}

	private void register(Supplier<Object> bean, Class<?> type, Method method, TauriEventListener annotation) {
		String name = this.beanFactory.resolveEmbeddedValue(annotation.name());
		Assert.state(StringUtils.hasText(name),
				() -> "@TauriEventListener of " + method.toGenericString() + " must name an event");
		EventListenerMethod.Argument[] arguments = new EventListenerMethod.Argument[method.getParameterCount()];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = argument(new MethodParameter(method, i).withContainingClass(type));
		}
		this.events.listen(name, annotation.target().target(annotation.label()),
				new EventListenerMethod(new BeanMethod(bean, method), arguments));
	}

	private EventListenerMethod.Argument argument(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		if (type == AppHandle.class) {
			return (event) -> this.app.get();
		}
		if (type == EventPayload.class) {
			return Event::payload;
		}
		if (type == Event.class) {
			ResolvableType payload = ResolvableType.forMethodParameter(parameter).getGeneric();
			if (payload == ResolvableType.NONE || payload.getType() instanceof WildcardType
					|| payload.resolve() == EventPayload.class) {
				return (event) -> event;
			}
			Type value = GenericTypeResolver.resolveType(payload.getType(), parameter.getContainingClass());
			return (event) -> new Event<@Nullable Object>(event.name(), event.id(), event.payload().as(value));
		}
		Type value = GenericTypeResolver.resolveType(parameter.getGenericParameterType(),
				parameter.getContainingClass());
		return (event) -> event.payload().as(value);
	}

}
