package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Makes a method turn exceptions into what the page's promise rejects with: the method's
 * return value. On a bean with commands it is for the commands of that bean, on a
 * {@link CommandAdvice} bean for those of all beans. The method whose type is closest to
 * the exception's is chosen; if there is none, the exception's cause is tried.
 * <p>
 * The method may take the exception, or one of its causes, and the
 * {@link dev.tauriboot.command.InvokeRequest}, in any order. It runs on the thread of the
 * failed command.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface CommandExceptionHandler {

	/**
	 * The exceptions handled. The default is those among the method's parameters.
	 * @return the types
	 */
	Class<? extends Throwable>[] value() default {};

}
