package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the key of the arguments object that a command's parameter is read from, where it
 * is not the parameter's own name. The key is taken as it is, whatever the command's
 * {@link TauriCommand.ArgumentCase}.
 *
 * @since 0.1.0
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Arg {

	/**
	 * The key.
	 * @return the key
	 */
	String value();

}
