package dev.tauriboot.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;

import org.springframework.context.annotation.Conditional;

/**
 * Matches when the given runtime shows the windows: by {@code tauri.runtime}, or by what
 * {@code auto} finds.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnTauriRuntimeCondition.class)
public @interface ConditionalOnTauriRuntime {

	/**
	 * The runtimes, one of which must be the one in use.
	 * @return the runtimes
	 */
	RuntimeType[] value();

}
