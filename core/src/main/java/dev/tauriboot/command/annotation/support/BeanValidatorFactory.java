package dev.tauriboot.command.annotation.support;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;

import dev.tauriboot.command.CommandValidator;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
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
		boolean constrained = constraints != null && constraints.hasConstrainedParameters();
		if (!constrained && !hasConstrainedElements(method)) {
			return null;
		}
		Validated validated = AnnotatedElementUtils.findMergedAnnotation(method, Validated.class);
		Class<?>[] groups = (validated != null) ? validated.value() : new Class<?>[0];
		return (bean, arguments) -> this.adapter.applyArgumentValidation(bean, method, parameters, arguments, groups);
	}

	// What stands within the type of a container, as in List<@Valid Job>, does not make a
	// parameter a constrained one.
	private static boolean hasConstrainedElements(Method method) {
		for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
			if (hasConstrainedElements(type)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasConstrainedElements(AnnotatedType type) {
		if (type instanceof AnnotatedParameterizedType container) {
			for (AnnotatedType element : container.getAnnotatedActualTypeArguments()) {
				if (element.isAnnotationPresent(Valid.class) || hasConstrainedElements(element)
						|| AnnotatedElementUtils.hasMetaAnnotationTypes(element, Constraint.class)) {
					return true;
				}
			}
		}
		return false;
	}

}
