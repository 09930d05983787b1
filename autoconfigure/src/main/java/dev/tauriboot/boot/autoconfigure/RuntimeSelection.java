package dev.tauriboot.boot.autoconfigure;

import java.util.Locale;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides which runtime shows the windows: the configured one, else JavaFX if it is on
 * the class path and something can show it, else the browser.
 *
 * @since 0.1.0
 */
public final class RuntimeSelection {

	private static final String FX_RUNTIME = "dev.tauriboot.javafx.FxRuntime";

	private RuntimeSelection() {
	}

	/**
	 * Decide.
	 * @param environment the environment
	 * @param classLoader where to look for JavaFX, {@code null} for the default
	 * @return any but {@link RuntimeType#AUTO}
	 */
	public static RuntimeType select(Environment environment, @Nullable ClassLoader classLoader) {
		RuntimeType configured = Binder.get(environment)
			.bind("tauri.runtime", RuntimeType.class)
			.orElse(RuntimeType.AUTO);
		if (configured != RuntimeType.AUTO) {
			return configured;
		}
		boolean javafx = ClassUtils.isPresent(FX_RUNTIME, classLoader)
				&& ClassUtils.isPresent("javafx.scene.web.WebView", classLoader);
		return (javafx && canShow(environment)) ? RuntimeType.JAVAFX : RuntimeType.BROWSER;
	}

	private static boolean canShow(Environment environment) {
		if (environment.getProperty("tauri.javafx.headless", Boolean.class, false)
				|| StringUtils.hasText(System.getProperty("glass.platform"))) {
			return true;
		}
		String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		return !os.contains("linux") || StringUtils.hasText(System.getenv("DISPLAY"))
				|| StringUtils.hasText(System.getenv("WAYLAND_DISPLAY"));
	}

}
