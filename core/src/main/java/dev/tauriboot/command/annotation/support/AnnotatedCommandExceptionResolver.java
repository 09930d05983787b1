package dev.tauriboot.command.annotation.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.tauriboot.command.CommandExceptionResolver;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRejection;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.CommandAdvice;
import dev.tauriboot.command.annotation.CommandExceptionHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Resolves failures by {@link CommandExceptionHandler} methods: those of the command's
 * bean first, then those of {@link CommandAdvice} beans in their order.
 *
 * @since 0.1.0
 */
public final class AnnotatedCommandExceptionResolver implements CommandExceptionResolver {

	private final List<Advice> advices;

	private final Map<Class<?>, CommandExceptionHandlers> local = new ConcurrentHashMap<>();

	/**
	 * Create a resolver.
	 * @param beanFactory where the advice beans are; none is created by this
	 * @throws IllegalStateException if a handler method cannot be one
	 */
	public AnnotatedCommandExceptionResolver(ConfigurableListableBeanFactory beanFactory) {
		Assert.notNull(beanFactory, "'beanFactory' must not be null");
		AnnotatedBeans beans = new AnnotatedBeans(beanFactory);
		List<Advice> advices = new ArrayList<>();
		for (String name : beans.names()) {
			Class<?> type = beans.userClass(name);
			if (type != null && AnnotatedElementUtils.hasAnnotation(type, CommandAdvice.class)) {
				advices.add(new Advice(OrderUtils.getOrder(type, Ordered.LOWEST_PRECEDENCE), beans.supplier(name),
						CommandExceptionHandlers.of(type)));
			}
		}
		advices.sort(Comparator.comparingInt(Advice::order));
		this.advices = List.copyOf(advices);
	}

	@Override
	public @Nullable CommandRejection resolve(Throwable error, CommandHandlerMethod command, InvokeRequest request) {
		Object bean = command.bean();
		Class<?> type = ClassUtils.getUserClass(AopUtils.getTargetClass(bean));
		Method method = this.local.computeIfAbsent(type, CommandExceptionHandlers::of).find(error);
		if (method != null) {
			return new CommandRejection(call(bean, method, error, request));
		}
		for (Advice advice : this.advices) {
			method = advice.handlers().find(error);
			if (method != null) {
				return new CommandRejection(call(advice.bean().get(), method, error, request));
			}
		}
		return null;
	}

	private static @Nullable Object call(Object bean, Method method, Throwable error, InvokeRequest request) {
		Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
		ReflectionUtils.makeAccessible(invocable);
		Class<?>[] types = invocable.getParameterTypes();
		@Nullable Object[] arguments = new Object[types.length];
		for (int i = 0; i < types.length; i++) {
			arguments[i] = (types[i] == InvokeRequest.class) ? request : closest(error, types[i]);
		}
		try {
			return invocable.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw rethrown(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("Cannot call " + method.toGenericString(), ex);
		}
	}

	private static @Nullable Throwable closest(Throwable error, Class<?> type) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return cause;
			}
		}
		return null;
	}

	private static RuntimeException rethrown(Throwable error) {
		ReflectionUtils.rethrowRuntimeException(error);
		return new IllegalStateException(error);
	}

	/**
	 * The handlers of an advice bean.
	 */
	private record Advice(int order, Supplier<Object> bean, CommandExceptionHandlers handlers) {
	}

}
