package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tauriboot.CommandName;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriCommand.ArgumentCase;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the {@link TauriCommand} methods of all beans and makes a handler of each.
 *
 * @since 0.1.0
 */
public final class AnnotatedCommandDetector {

	private final ConfigurableListableBeanFactory beanFactory;

	private final List<CommandArgumentResolver> resolvers;

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	/**
	 * Create a detector.
	 * @param beanFactory where to look
	 * @param resolvers the kinds of parameters, asked in order
	 */
	public AnnotatedCommandDetector(ConfigurableListableBeanFactory beanFactory,
			List<CommandArgumentResolver> resolvers) {
		Assert.notNull(beanFactory, "'beanFactory' must not be null");
		Assert.notNull(resolvers, "'resolvers' must not be null");
		this.beanFactory = beanFactory;
		this.resolvers = List.copyOf(resolvers);
	}

	/**
	 * Find all commands.
	 * @return their handlers
	 */
	public List<CommandHandlerMethod> detect() {
		List<CommandHandlerMethod> handlers = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			// The proxy in front of a scoped bean has the same methods.
			if (ScopedProxyUtils.isScopedTarget(name)) {
				continue;
			}
			Class<?> type = this.beanFactory.getType(name, false);
			if (type != null && AnnotationUtils.isCandidateClass(type, TauriCommand.class)) {
				detect(name, ClassUtils.getUserClass(type), handlers);
			}
		}
		return handlers;
	}

	private void detect(String bean, Class<?> type, List<CommandHandlerMethod> handlers) {
		Map<Method, TauriCommand> methods = MethodIntrospector.selectMethods(type,
				(MethodIntrospector.MetadataLookup<TauriCommand>) (method) -> AnnotatedElementUtils
					.findMergedAnnotation(method, TauriCommand.class));
		methods.forEach((method, annotation) -> handlers.add(handler(bean, method, annotation)));
	}

	private CommandHandlerMethod handler(String bean, Method method, TauriCommand annotation) {
		CommandMapping mapping = mapping(method, annotation);
		CommandArgument[] arguments = new CommandArgument[method.getParameterCount()];
		for (int i = 0; i < arguments.length; i++) {
			MethodParameter parameter = new MethodParameter(method, i);
			parameter.initParameterNameDiscovery(this.parameterNames);
			arguments[i] = argument(parameter, mapping);
		}
		Supplier<Object> target = this.beanFactory.isSingleton(bean) ? new Lazy(() -> this.beanFactory.getBean(bean))
				: () -> this.beanFactory.getBean(bean);
		Class<?> beanType = this.beanFactory.getType(bean);
		Method invocable = AopUtils.selectInvocableMethod(method, (beanType != null) ? beanType : Object.class);
		return new CommandHandlerMethod(target, method, invocable, mapping, arguments);
	}

	private CommandMapping mapping(Method method, TauriCommand annotation) {
		String name = this.beanFactory.resolveEmbeddedValue(annotation.name());
		if (!StringUtils.hasText(name)) {
			name = SnakeCase.of(method.getName());
		}
		return new CommandMapping(CommandName.of(name), annotation.mainThread(), timeout(annotation),
				annotation.argumentCase() == ArgumentCase.SNAKE);
	}

	private @Nullable Duration timeout(TauriCommand annotation) {
		String text = this.beanFactory.resolveEmbeddedValue(annotation.timeout());
		return StringUtils.hasText(text)
				? DurationFormatterUtils.detectAndParse(text, DurationFormat.Unit.MILLIS) : null;
	}

	private CommandArgument argument(MethodParameter parameter, CommandMapping command) {
		for (CommandArgumentResolver resolver : this.resolvers) {
			CommandArgument argument = resolver.argumentFor(parameter, command);
			if (argument != null) {
				return argument;
			}
		}
		throw new IllegalStateException("No resolver for parameter " + parameter.getParameterIndex() + " of command '"
				+ command.name() + "' (" + parameter.getExecutable().toGenericString() + ")");
	}

	/**
	 * Gets a singleton on the first call rather than at registration, so that lazy beans
	 * stay lazy.
	 */
	private static final class Lazy implements Supplier<Object> {

		private final Supplier<Object> source;

		private volatile @Nullable Object value;

		Lazy(Supplier<Object> source) {
			this.source = source;
		}

		@Override
		public Object get() {
			Object value = this.value;
			if (value == null) {
				value = this.source.get();
				this.value = value;
			}
			return value;
		}

	}

}
