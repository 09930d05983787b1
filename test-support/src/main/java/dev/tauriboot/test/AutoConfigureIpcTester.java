package dev.tauriboot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Adds an {@link IpcTester} and a {@link WebviewTester} to a test of the whole
 * application, such as one by {@code @SpringBootTest}. {@link TauriTest} has them by
 * itself.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration({ MockRuntimeAutoConfiguration.class, TauriTestAutoConfiguration.class })
public @interface AutoConfigureIpcTester {

}
