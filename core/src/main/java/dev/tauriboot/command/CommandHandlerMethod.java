package dev.tauriboot.command;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import dev.tauriboot.authority.AccessDecision.Granted;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.http.HttpEntity;
import org.springframework.util.Assert;

/**
 * A bean's method that answers a command.
 *
 * @since 0.1.0
 */
public final class CommandHandlerMethod extends AnnotatedMethod {

	private final BeanMethod beanMethod;

	private final CommandMapping mapping;

	private final CommandArgument[] arguments;

	private final @Nullable CommandValidator validator;

	private final @Nullable ReactiveAdapter adapter;

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
		Assert.notNull(mapping, "'mapping' must not be null");
		Assert.isTrue(arguments.length == method.getParameterCount(), "'arguments' must be one per parameter");
		this.beanMethod = new BeanMethod(bean, method);
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
		return this.beanMethod.bean();
	}

	@Nullable String key(int parameter) {
		return this.arguments[parameter].key();
	}

	/**
	 * Resolve the arguments of a call.
	 * @param request the call
	 * @param granted what the call was granted with
	 * @return one per parameter
	 */
	@Nullable Object[] arguments(InvokeRequest request, Granted granted) {
		@Nullable Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].resolve(request, granted);
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
		Object bean = this.beanMethod.bean();
		if (this.validator != null) {
			this.validator.validate(bean, arguments);
		}
		return this.beanMethod.invoke(bean, arguments);
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

}
