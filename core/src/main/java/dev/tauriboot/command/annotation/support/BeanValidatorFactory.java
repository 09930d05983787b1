package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Method;

import dev.tauriboot.command.CommandValidator;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.MethodValidationAdapter;

/**
 * Validates arguments by Bean Validation. Loaded only where that is present.
 */
final class BeanValidatorFactory implements CommandValidatorFactory {

	private final Validator validator;

	private final MethodValidationAdapter adapter;

	private BeanValidatorFactory(Validator validator) {
		this.validator = validator;
		this.adapter = new MethodValidationAdapter(validator);
	}

	static @Nullable CommandValidatorFactory from(BeanFactory beanFactory) {
		Validator validator = beanFactory.getBeanProvider(Validator.class).getIfUnique();
		return (validator != null) ? new BeanValidatorFactory(validator) : null;
	}

	@Override
	public @Nullable CommandValidator validatorFor(Class<?> beanType, MethodParameter[] parameters) {
		// A bean of a validated class has a proxy that does this.
		if (parameters.length == 0 || AnnotatedElementUtils.hasAnnotation(beanType, Validated.class)) {
			return null;
		}
		Method method = parameters[0].getMethod();
		Assert.state(method != null, "a command is a method");
		MethodDescriptor constraints = this.validator.getConstraintsForClass(beanType)
			.getConstraintsForMethod(method.getName(), method.getParameterTypes());
		if (constraints == null || !constraints.hasConstrainedParameters()) {
			return null;
		}
		Validated validated = AnnotatedElementUtils.findMergedAnnotation(method, Validated.class);
		Class<?>[] groups = (validated != null) ? validated.value() : new Class<?>[0];
		return (bean, arguments) -> this.adapter.applyArgumentValidation(bean, method, parameters, arguments, groups);
	}

}
