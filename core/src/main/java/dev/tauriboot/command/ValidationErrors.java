package dev.tauriboot.command;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * What a call with arguments that are not valid is rejected with.
 *
 * @param message a sentence
 * @param errors one per violated constraint
 */
record ValidationErrors(String message, List<Violation> errors) {

	private static final boolean BEAN_VALIDATION_PRESENT = ClassUtils
		.isPresent("jakarta.validation.ConstraintViolationException", ValidationErrors.class.getClassLoader());

	static @Nullable ValidationErrors of(Throwable error, CommandHandlerMethod command) {
		if (error instanceof MethodValidationException invalid) {
			return new ValidationErrors(text(command), violations(invalid, command));
		}
		if (BEAN_VALIDATION_PRESENT) {
			return BeanValidation.of(error, command);
		}
		return null;
	}

	private static String text(CommandHandlerMethod command) {
		return "invalid args for command `" + command.mapping().name().command() + "`";
	}

	private static List<Violation> violations(MethodValidationException invalid, CommandHandlerMethod command) {
		List<Violation> violations = new ArrayList<>();
		for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
			String key = key(result, command);
			for (MessageSourceResolvable error : result.getResolvableErrors()) {
				String field = (error instanceof FieldError nested) ? join(key, nested.getField()) : key;
				violations.add(new Violation(field, String.valueOf(error.getDefaultMessage())));
			}
		}
		for (MessageSourceResolvable error : invalid.getCrossParameterValidationResults()) {
			violations.add(new Violation("", String.valueOf(error.getDefaultMessage())));
		}
		return violations;
	}

	private static String key(ParameterValidationResult result, CommandHandlerMethod command) {
		String key = command.key(result.getMethodParameter().getParameterIndex());
		if (key == null) {
			key = String.valueOf(result.getMethodParameter().getParameterName());
		}
		if (result.getContainerIndex() != null) {
			return key + "[" + result.getContainerIndex() + "]";
		}
		return (result.getContainerKey() != null) ? key + "[" + result.getContainerKey() + "]" : key;
	}

	private static String join(String key, String field) {
		return StringUtils.hasLength(key) ? key + "." + field : field;
	}

	/**
	 * A violated constraint.
	 *
	 * @param field the key of the argument and the path within it, as {@code job.name}
	 * @param message what is wrong
	 */
	record Violation(String field, String message) {
	}

	/**
	 * Loaded only where Bean Validation is: a bean may be validated by a proxy of its
	 * own.
	 */
	private static final class BeanValidation {

		private BeanValidation() {
		}

		static @Nullable ValidationErrors of(Throwable error, CommandHandlerMethod command) {
			if (!(error instanceof ConstraintViolationException invalid)) {
				return null;
			}
			List<Violation> violations = new ArrayList<>();
			for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
				// The first step of the path is the method.
				String path = violation.getPropertyPath().toString();
				String method = command.getMethod().getName() + ".";
				violations.add(new Violation(path.startsWith(method) ? path.substring(method.length()) : path,
						violation.getMessage()));
			}
			return new ValidationErrors(text(command), violations);
		}

	}

}
