package dev.tauriboot.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean that may be a proxy of any kind. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class BeanMethod {

	private final Supplier<Object> bean;

	private final Method method;

	private volatile @Nullable Invocable invocable;

	/**
	 * Create a method.
	 * @param bean the bean, looked up at each call so that scopes work
	 * @param method the method as the bean's class declares it
	 */
	public BeanMethod(Supplier<Object> bean, Method method) {
		Assert.notNull(bean, "'bean' must not be null");
		Assert.notNull(method, "'method' must not be null");
		this.bean = bean;
		this.method = method;
	}

	/**
	 * The bean, created now if it was not yet.
	 * @return the bean, or its proxy
	 */
	public Object bean() {
		return this.bean.get();
	}

	/**
	 * The method.
	 * @return the method as the bean's class declares it
	 */
	public Method method() {
		return this.method;
	}

	/**
	 * Call the method.
	 * @param bean what {@link #bean()} gave
	 * @param arguments one per parameter
	 * @return what the method returns
	 * @throws IllegalStateException if the bean is a proxy that does not have the method
	 * @throws Throwable what the method throws
	 */
	public @Nullable Object invoke(Object bean, @Nullable Object[] arguments) throws Throwable {
		try {
			return invocable(bean.getClass()).invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	// The bean may be created long after its method was found, so only now is it known
	// whether it is a proxy, and of which kind.
	private Method invocable(Class<?> type) {
		Invocable invocable = this.invocable;
		if (invocable == null || invocable.type != type) {
			Method method = AopUtils.selectInvocableMethod(this.method, type);
			ReflectionUtils.makeAccessible(method);
			invocable = new Invocable(type, method);
			this.invocable = invocable;
		}
		return invocable.method;
	}

	@Override
	public String toString() {
		return this.method.toGenericString();
	}

	/**
	 * The method as it is called on beans of one class.
	 */
	private record Invocable(Class<?> type, Method method) {
	}

}
