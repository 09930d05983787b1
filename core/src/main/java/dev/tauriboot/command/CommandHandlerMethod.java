package dev.tauriboot.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.ReflectionUtils;

/**
 * A bean's method that answers a command.
 *
 * @since 0.1.0
 */
public final class CommandHandlerMethod extends AnnotatedMethod {

	private final Supplier<Object> bean;

	private final Method invocable;

	private final CommandMapping mapping;

	private final CommandArgument[] arguments;

	/**
	 * Create a handler.
	 * @param bean the bean, looked up at each call so that scopes work
	 * @param method the method as the bean's class declares it
	 * @param invocable the method to call on the bean, which may be a proxy
	 * @param mapping what the annotation says
	 * @param arguments one per parameter
	 */
	public CommandHandlerMethod(Supplier<Object> bean, Method method, Method invocable, CommandMapping mapping,
			CommandArgument[] arguments) {
		super(method);
		this.bean = bean;
		this.invocable = invocable;
		this.mapping = mapping;
		this.arguments = arguments.clone();
		ReflectionUtils.makeAccessible(invocable);
	}

	/**
	 * What the command's annotation says.
	 * @return the mapping
	 */
	public CommandMapping mapping() {
		return this.mapping;
	}

	/**
	 * Call the method on the current thread.
	 * @param request the call
	 * @return what the method returns
	 * @throws Throwable what the method throws
	 */
	@Nullable Object call(InvokeRequest request) throws Throwable {
		Object[] values = new Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].resolve(request);
		}
		try {
			return this.invocable.invoke(this.bean.get(), values);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
