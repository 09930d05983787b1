package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean whose {@link CommandExceptionHandler} methods are for the commands of all beans.
 * Where several advices handle an exception, the first one by
 * {@link org.springframework.core.annotation.Order @Order} does; what stands on the
 * command's own bean comes before all.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface CommandAdvice {

	/**
	 * The bean's name.
	 * @return the name, empty for the default
	 */
	@AliasFor(annotation = Component.class)
	String value() default "";

}
