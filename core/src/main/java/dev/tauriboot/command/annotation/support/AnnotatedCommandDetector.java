package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.tauriboot.CommandName;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.CommandValidator;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriCommand.ArgumentCase;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the {@link TauriCommand} methods of all beans and makes a handler of each. Their
 * arguments are validated if the context has a Bean Validation validator.
 *
 * @since 0.1.0
 */
public final class AnnotatedCommandDetector {

	private static final boolean BEAN_VALIDATION_PRESENT = ClassUtils.isPresent("jakarta.validation.Validator",
			AnnotatedCommandDetector.class.getClassLoader());

	private final ConfigurableListableBeanFactory beanFactory;

	private final AnnotatedBeans beans;

	private final List<CommandArgumentResolver> resolvers;

	private final BiFunction<String, Class<?>, @Nullable String> plugins;

	private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();

	/**
	 * Create a detector.
	 * @param beanFactory where to look
	 * @param resolvers the kinds of parameters, asked in order
	 */
	public AnnotatedCommandDetector(ConfigurableListableBeanFactory beanFactory,
			List<CommandArgumentResolver> resolvers) {
		this(beanFactory, resolvers, (bean, type) -> null);
	}

	/**
	 * Create a detector that knows plugins.
	 * @param beanFactory where to look
	 * @param resolvers the kinds of parameters, asked in order
	 * @param plugins gives the name of the plugin that a bean of a name and a type is, or
	 * {@code null}; the commands of such a bean are the plugin's
	 */
	public AnnotatedCommandDetector(ConfigurableListableBeanFactory beanFactory,
			List<CommandArgumentResolver> resolvers, BiFunction<String, Class<?>, @Nullable String> plugins) {
		Assert.notNull(beanFactory, "'beanFactory' must not be null");
		Assert.notNull(resolvers, "'resolvers' must not be null");
		Assert.notNull(plugins, "'plugins' must not be null");
		this.plugins = plugins;
		this.beanFactory = beanFactory;
		this.beans = new AnnotatedBeans(beanFactory);
		this.resolvers = List.copyOf(resolvers);
	}

	/**
	 * Find all commands. Beans that do not exist yet are not created by this.
	 * @return their handlers
	 * @throws IllegalStateException if a method cannot be a command
	 */
	public List<CommandHandlerMethod> detect() {
		List<CommandHandlerMethod> handlers = new ArrayList<>();
		CommandValidatorFactory validation = BEAN_VALIDATION_PRESENT ? BeanValidatorFactory.from(this.beanFactory)
				: null;
		this.beans.visit(TauriCommand.class,
				(bean, type, methods) -> detect(bean, type, methods, validation, handlers));
		return handlers;
	}

	private void detect(String bean, Class<?> type, Map<Method, TauriCommand> methods,
			@Nullable CommandValidatorFactory validation, List<CommandHandlerMethod> handlers) {
		// Not needed yet, but what is wrong with them is to be known at start-up.
		CommandExceptionHandlers.of(type);
		Supplier<Object> target = this.beans.supplier(bean);
		String plugin = this.plugins.apply(bean, type);
		methods.forEach((method, annotation) -> {
			CommandMapping mapping = mapping(method, annotation, plugin);
			MethodParameter[] parameters = parameters(method, type);
			CommandArgument[] arguments = new CommandArgument[parameters.length];
			for (int i = 0; i < arguments.length; i++) {
				arguments[i] = argument(parameters[i], mapping);
			}
			CommandValidator validator = (validation != null) ? validation.validatorFor(type, parameters) : null;
			handlers.add(new CommandHandlerMethod(target, method, mapping, arguments, validator));
		});
	}

	private MethodParameter[] parameters(Method method, Class<?> type) {
		MethodParameter[] parameters = new MethodParameter[method.getParameterCount()];
		for (int i = 0; i < parameters.length; i++) {
			parameters[i] = new MethodParameter(method, i).withContainingClass(type);
			parameters[i].initParameterNameDiscovery(this.parameterNames);
		}
		return parameters;
	}

	private CommandMapping mapping(Method method, TauriCommand annotation, @Nullable String plugin) {
		String name = this.beanFactory.resolveEmbeddedValue(annotation.name());
		if (!StringUtils.hasText(name)) {
			name = SnakeCase.of(method.getName());
		}
		if (plugin != null && !name.startsWith(CommandName.PREFIX)) {
			name = CommandName.PREFIX + plugin + '|' + name;
		}
		return new CommandMapping(CommandName.of(name), annotation.mainThread(), timeout(annotation),
				annotation.argumentCase() == ArgumentCase.SNAKE);
	}

	private @Nullable Duration timeout(TauriCommand annotation) {
		String text = this.beanFactory.resolveEmbeddedValue(annotation.timeout());
		return StringUtils.hasText(text) ? DurationFormatterUtils.detectAndParse(text, DurationFormat.Unit.MILLIS)
				: null;
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

}
