package dev.tauriboot.plugin;

import org.jspecify.annotations.Nullable;

/**
 * A plugin, as a bean. Its commands are {@code TauriCommand} methods, of it or of other
 * beans, whose names begin with {@code plugin:}, the plugin's name and {@code |}. Its
 * permissions are in {@code META-INF/tauri/permissions.yml} beside its classes.
 * <p>
 * It is made before the first page is, so it must be light and must not need the runtime
 * to be made.
 *
 * @since 0.1.0
 */
public interface TauriPlugin {

	/**
	 * The plugin's name, as in {@code plugin:name|command}.
	 * @return lower-case letters, digits and hyphens
	 */
	String name();

	/**
	 * A script that runs in every page of the application before the page's own scripts
	 * and after the globals are there: section 2 of the plugins' contract.
	 * @return the script, which must hold no secret, or {@code null} for none
	 */
	default @Nullable String initializationScript() {
		return null;
	}

}
