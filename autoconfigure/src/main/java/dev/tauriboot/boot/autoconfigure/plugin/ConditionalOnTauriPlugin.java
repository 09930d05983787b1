package dev.tauriboot.boot.autoconfigure.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches unless a plugin is switched off by {@code tauri.plugins.<name>.enabled=false}.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnTauriPluginCondition.class)
public @interface ConditionalOnTauriPlugin {

	/**
	 * The plugin's name.
	 * @return the name, as in {@code plugin:name|command}
	 */
	String value();

}
