package dev.tauriboot.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.http.HttpEntity;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * A bean's method that answers a command.
 *
 * @since 0.1.0
 */
public final class CommandHandlerMethod extends AnnotatedMethod {

	private final Supplier<Object> bean;

	private final CommandMapping mapping;

	private final CommandArgument[] arguments;

	private final @Nullable CommandValidator validator;

	private final @Nullable ReactiveAdapter adapter;

	private volatile @Nullable Invocable invocable;

	/**
	 * Create a handler whose arguments need no validation.
	 * @param bean the bean, looked up at each call so that scopes work; it may be a proxy
	 * @param method the method as the bean's class declares it
	 * @param mapping what the annotation says
	 * @param arguments one per parameter
	 * @throws IllegalStateException if the method's return type cannot be the one answer
	 * to a call
	 */
	public CommandHandlerMethod(Supplier<Object> bean, Method method, CommandMapping mapping,
			CommandArgument[] arguments) {
		this(bean, method, mapping, arguments, null);
	}

	/**
	 * Create a handler.
	 * @param bean the bean, looked up at each call so that scopes work; it may be a proxy
	 * @param method the method as the bean's class declares it
	 * @param mapping what the annotation says
	 * @param arguments one per parameter
	 * @param validator checks the arguments, {@code null} if there is nothing to check
	 * @throws IllegalStateException if the method's return type cannot be the one answer
	 * to a call
	 */
	public CommandHandlerMethod(Supplier<Object> bean, Method method, CommandMapping mapping,
			CommandArgument[] arguments, @Nullable CommandValidator validator) {
		super(method);
		Assert.notNull(bean, "'bean' must not be null");
		Assert.notNull(mapping, "'mapping' must not be null");
		Assert.isTrue(arguments.length == method.getParameterCount(), "'arguments' must be one per parameter");
		this.bean = bean;
		this.mapping = mapping;
		this.arguments = arguments.clone();
		this.validator = validator;
		this.adapter = adapter(method, mapping);
	}

	private static @Nullable ReactiveAdapter adapter(Method method, CommandMapping mapping) {
		Class<?> type = method.getReturnType();
		Assert.state(!HttpEntity.class.isAssignableFrom(type), () -> "Command '" + mapping.name() + "' ("
				+ method.toGenericString() + ") returns an HTTP response, which a command has not: return its body");
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
		Assert.state(adapter == null || !adapter.isMultiValue(),
				() -> "Command '" + mapping.name() + "' (" + method.toGenericString()
						+ ") returns a stream, but a call has one answer: declare a parameter of "
						+ "type Channel and send the values to it");
		return adapter;
	}

	/**
	 * What the command's annotation says.
	 * @return the mapping
	 */
	public CommandMapping mapping() {
		return this.mapping;
	}

	/**
	 * The bean that has the method, created now if it was not yet.
	 * @return the bean, or its proxy
	 */
	public Object bean() {
		return this.bean.get();
	}

	@Nullable String key(int parameter) {
		return this.arguments[parameter].key();
	}

	/**
	 * Resolve the arguments of a call.
	 * @param request the call
	 * @return one per parameter
	 */
	@Nullable Object[] arguments(InvokeRequest request) {
		@Nullable Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].resolve(request);
		}
		return values;
	}

	/**
	 * Call the method on the current thread.
	 * @param arguments one per parameter
	 * @return what the method returns
	 * @throws Throwable what the method throws
	 */
	@Nullable Object call(@Nullable Object[] arguments) throws Throwable {
		Object bean = this.bean.get();
		if (this.validator != null) {
			this.validator.validate(bean, arguments);
		}
		try {
			return method(bean.getClass()).invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	// The bean may have been created after the command was registered, so only now is it
	// known whether it is a proxy, and of which kind.
	private Method method(Class<?> type) {
		Invocable invocable = this.invocable;
		if (invocable == null || invocable.type != type) {
			Method method = AopUtils.selectInvocableMethod(getMethod(), type);
			ReflectionUtils.makeAccessible(method);
			invocable = new Invocable(type, method);
			this.invocable = invocable;
		}
		return invocable.method;
	}

	/**
	 * See a result that comes later as a {@code Mono}.
	 * @param result what the method returned
	 * @return the result to wait for, or {@code null} if it is there already
	 */
	@Nullable Mono<?> pending(Object result) {
		if (result instanceof Mono<?> mono) {
			return mono;
		}
		if (result instanceof CompletionStage<?> stage) {
			return Mono.fromCompletionStage(stage);
		}
		if (this.adapter != null && this.adapter.getReactiveType().isInstance(result)) {
			return Mono.from(this.adapter.toPublisher(result));
		}
		return null;
	}

	/**
	 * The method as it is called on beans of one class.
	 */
	private record Invocable(Class<?> type, Method method) {
	}

}
