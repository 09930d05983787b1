package dev.tauriboot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of an application's commands alone: the beans that have command or event
 * listener methods, their advice, the message passing and its security chain. Other beans
 * are left out and are usually replaced by {@code @MockitoBean}. An {@link IpcTester} can
 * be injected, and with a runtime that has windows a {@link WebviewTester} of the one
 * labelled {@code main}.
 * <p>
 * No toolkit starts unless {@link #runtime()} asks for one, and the JVM outlives the
 * windows.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(TauriTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(TauriTypeExcludeFilter.class)
@ImportAutoConfiguration
public @interface TauriTest {

	/**
	 * Properties in the form <i>name</i>=<i>value</i>, added before the context starts.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * What shows the windows.
	 * @return the runtime, by default none
	 */
	@PropertyMapping("tauri.runtime")
	RuntimeType runtime() default RuntimeType.NONE;

	/**
	 * Whether the JVM ends with the last window.
	 * @return {@code false} by default, as the test is in that JVM
	 */
	@PropertyMapping("tauri.app.exit-jvm")
	boolean exitJvm() default false;

	/**
	 * Alias for {@link #components()}.
	 * @return the components
	 */
	@AliasFor("components")
	Class<?>[] value() default {};

	/**
	 * The components to test. By default all that have command or event listener methods.
	 * @return the components
	 */
	@AliasFor("value")
	Class<?>[] components() default {};

	/**
	 * Whether components are found by default.
	 * @return {@code false} to use {@link #includeFilters()} alone
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters that add beans.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters that leave beans out.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configuration that is left out.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
