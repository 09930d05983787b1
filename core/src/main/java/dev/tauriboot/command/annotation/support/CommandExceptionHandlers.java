package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.CommandExceptionHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ExceptionDepthComparator;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * The {@link CommandExceptionHandler} methods of one class.
 */
final class CommandExceptionHandlers {

	private final Map<Class<? extends Throwable>, Method> methods;

	private CommandExceptionHandlers(Map<Class<? extends Throwable>, Method> methods) {
		this.methods = methods;
	}

	static CommandExceptionHandlers of(Class<?> type) {
		Map<Class<? extends Throwable>, Method> methods = new HashMap<>();
		MethodIntrospector
			.selectMethods(type,
					(MethodIntrospector.MetadataLookup<CommandExceptionHandler>) (method) -> AnnotatedElementUtils
						.findMergedAnnotation(method, CommandExceptionHandler.class))
			.forEach((method, annotation) -> {
				checkSignature(method);
				for (Class<? extends Throwable> exception : exceptions(method, annotation)) {
					Method other = methods.put(exception, method);
					Assert.state(other == null || other.equals(method),
							() -> "Both " + other + " and " + method + " handle " + exception.getName());
				}
			});
		return new CommandExceptionHandlers(methods);
	}

	private static void checkSignature(Method method) {
		for (Class<?> type : method.getParameterTypes()) {
			Assert.state(Throwable.class.isAssignableFrom(type) || type == InvokeRequest.class,
					() -> "An exception handler takes the exception and the InvokeRequest, not " + type.getName() + ": "
							+ method.toGenericString());
		}
		Assert.state(ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType()) == null,
				() -> "An exception handler returns what the call is rejected with, not a promise of it: "
						+ method.toGenericString());
	}

	@SuppressWarnings("unchecked")
	private static Set<Class<? extends Throwable>> exceptions(Method method, CommandExceptionHandler annotation) {
		Set<Class<? extends Throwable>> exceptions = new LinkedHashSet<>(List.of(annotation.value()));
		if (exceptions.isEmpty()) {
			for (Class<?> type : method.getParameterTypes()) {
				if (Throwable.class.isAssignableFrom(type)) {
					exceptions.add((Class<? extends Throwable>) type);
				}
			}
		}
		Assert.state(!exceptions.isEmpty(), () -> "No exception is named by " + method.toGenericString());
		return exceptions;
	}

	/**
	 * Find the method for an exception or, if there is none, for its cause.
	 */
	@Nullable Method find(Throwable error) {
		if (this.methods.isEmpty()) {
			return null;
		}
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			Method method = closest(cause);
			if (method != null) {
				return method;
			}
		}
		return null;
	}

	private @Nullable Method closest(Throwable error) {
		List<Class<? extends Throwable>> matches = new ArrayList<>();
		for (Class<? extends Throwable> candidate : this.methods.keySet()) {
			if (candidate.isInstance(error)) {
				matches.add(candidate);
			}
		}
		return matches.isEmpty() ? null : this.methods.get(ExceptionDepthComparator.findClosestMatch(matches, error));
	}

}
