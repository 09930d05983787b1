package dev.tauriboot.javafx;

import java.lang.reflect.Method;

import dev.tauriboot.window.Theme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The theme of the system. JavaFX tells it from release 22 on; before, all is light.
 */
final class FxTheme {

	private static final Log logger = LogFactory.getLog(FxTheme.class);

	private FxTheme() {
	}

	/**
	 * The system's colour scheme.
	 * @return the scheme, or {@code null} if this JavaFX does not tell
	 */
	static @Nullable ObservableValue<?> scheme() {
		try {
			Object preferences = Platform.class.getMethod("getPreferences").invoke(null);
			Method scheme = Class.forName("javafx.application.Platform$Preferences").getMethod("colorSchemeProperty");
			return (ObservableValue<?>) scheme.invoke(preferences);
		}
		catch (NoSuchMethodException | ClassNotFoundException ex) {
			return null;
		}
		catch (ReflectiveOperationException ex) {
			logger.debug("The system's theme is out of reach", ex);
			return null;
		}
	}

	static Theme current() {
		ObservableValue<?> scheme = scheme();
		return (scheme != null && isDark(scheme.getValue())) ? Theme.DARK : Theme.LIGHT;
	}

	static boolean isDark(@Nullable Object scheme) {
		return scheme != null && "DARK".equals(scheme.toString());
	}

}
