package dev.tauriboot.boot.autoconfigure.javafx;

import java.util.Map;

import dev.tauriboot.boot.autoconfigure.RuntimeSelection;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.javafx.FxRuntime;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the JavaFX toolkit while the context is still being made: it takes about as long
 * as the context, and on a thread of its own.
 */
class FxPreparation implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (RuntimeSelection.select(environment, application.getClassLoader()) == RuntimeType.JAVAFX) {
			// Some platforms of JavaFX run on a daemon thread, which would not keep the
			// JVM.
			environment.getPropertySources()
				.addLast(new MapPropertySource("tauriKeepAlive", Map.of("spring.main.keep-alive", true)));
			FxRuntime.prepare(environment.getProperty("tauri.javafx.headless", Boolean.class, false));
		}
	}

	@Override
	public int getOrder() {
		// after the configuration files are read
		return Ordered.LOWEST_PRECEDENCE;
	}

}
