package dev.tauriboot.plugin;

import java.util.List;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * A plugin, as a bean. Its {@code TauriCommand} methods are its commands: the method
 * {@code saveAll} of the plugin {@code notes} is {@code plugin:notes|save_all}. Methods
 * of other beans are too if they are given such a name in full.
 * <p>
 * Its permissions are in {@code META-INF/tauri/permissions.yml} beside its classes, or in
 * a {@code Manifest} bean. Without either they are made of its commands,
 * {@code allow-save-all} and {@code deny-save-all}, with the default that
 * {@link #defaultPermissions()} names.
 * <p>
 * It is made before the first page is, so it must be light and must not need the runtime
 * to be made. What it is told of comes on the thread that owns the windows as a rule, so
 * it must not block.
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
	 * What {@code name:default} grants, if the plugin has no manifest.
	 * @return names of permissions, such as {@code allow-save-all}; none by default
	 */
	default List<String> defaultPermissions() {
		return List.of();
	}

	/**
	 * A script that runs in every page of the application before the page's own scripts
	 * and after the globals are there: section 2 of the plugins' contract.
	 * @return the script, which must hold no secret, or {@code null} for none
	 */
	default @Nullable String initializationScript() {
		return null;
	}

	/**
	 * The application is ready: its windows are open and its beans made.
	 * @param app the application
	 */
	default void ready(AppHandle app) {
	}

	/**
	 * There is a new window.
	 * @param window the window
	 */
	default void windowCreated(Window window) {
	}

	/**
	 * There is a new webview.
	 * @param webview the webview
	 */
	default void webviewCreated(Webview webview) {
	}

	/**
	 * A document has connected. None of its own scripts has run, and what it is sent now
	 * reaches it.
	 * @param page the document
	 */
	default void pageLoaded(Page page) {
	}

	/**
	 * A webview is about to load another document, one that it may. All plugins are
	 * asked. A browser asks nobody.
	 * @param webview the webview
	 * @param url the document's URL
	 * @return whether it may
	 */
	default boolean mayNavigate(Webview webview, String url) {
		return true;
	}

	/**
	 * The application ends: its windows are closed, its beans are there still.
	 */
	default void exit() {
	}

}
