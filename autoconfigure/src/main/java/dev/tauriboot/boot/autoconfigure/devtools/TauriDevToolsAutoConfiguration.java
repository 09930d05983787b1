package dev.tauriboot.boot.autoconfigure.devtools;

import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.javafx.FxRuntimeAutoConfiguration;
import dev.tauriboot.javafx.FxRuntime;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps the windows of JavaFX
 * while Spring Boot's DevTools restart the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { FxRuntimeAutoConfiguration.class, TauriLifecycleAutoConfiguration.class })
@ConditionalOnClass({ Restarter.class, FxRuntime.class })
@ConditionalOnBean(FxRuntime.class)
@ConditionalOnProperty(name = "tauri.javafx.keep-windows", matchIfMissing = true)
public final class TauriDevToolsAutoConfiguration {

	@Bean
	RestartedWindows tauriRestartedWindows(FxRuntime runtime) {
		return new RestartedWindows(runtime);
	}

}
