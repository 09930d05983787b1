package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a Spring bean a command that a page calls by {@code invoke('name', {
 * … })}.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface TauriCommand {

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The command's full name. The default is the method's name in snake_case.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * Whether the method runs on the thread that owns the windows. It must then not
	 * block.
	 * @return {@code true} for the UI thread
	 */
	boolean mainThread() default false;

	/**
	 * How long a call may take, as a duration such as {@code 30s}, or a property
	 * placeholder. A call that takes longer is cancelled and rejected. The default is the
	 * application's {@code tauri.ipc.timeout}.
	 * @return the duration, empty for the default, {@code 0} for none
	 */
	String timeout() default "";

	/**
	 * How argument names are written in JSON.
	 * @return the case
	 */
	ArgumentCase argumentCase() default ArgumentCase.CAMEL;

	/**
	 * How the keys of the arguments object are made of parameter names.
	 */
	enum ArgumentCase {

		/** Parameter {@code userName} is read from key {@code userName}. */
		CAMEL,

		/** Parameter {@code userName} is read from key {@code user_name}. */
		SNAKE

	}

}
