package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.function.Consumer;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.door.Pages;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.plugin.TauriPlugins;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Tells plugins what happens in the application.
 */
class PluginCallbacks implements WindowListener, ApplicationListener<ApplicationReadyEvent>, SmartLifecycle {

	// Stops after the windows are closed, before anything else does.
	private static final int PHASE = Integer.MAX_VALUE - 2;

	private static final Log logger = LogFactory.getLog(PluginCallbacks.class);

	private final TauriPlugins plugins;

	private final ObjectProvider<DesktopRuntime> runtime;

	private final ObjectProvider<AppHandle> app;

	private volatile boolean running;

	PluginCallbacks(TauriPlugins plugins, ObjectProvider<DesktopRuntime> runtime, ObjectProvider<AppHandle> app,
			Pages pages) {
		this.plugins = plugins;
		this.runtime = runtime;
		this.app = app;
		pages.addListener((page) -> tell((plugin) -> plugin.pageLoaded(page)));
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (this.runtime.getIfAvailable() != null) {
			AppHandle handle = this.app.getObject();
			this.plugins.forEach((plugin) -> plugin.ready(handle));
		}
	}

	@Override
	public void windowCreated(Label label) {
		Window window = this.runtime.getObject().find(label);
		if (window != null) {
			tell((plugin) -> plugin.windowCreated(window));
		}
	}

	@Override
	public void webviewCreated(Label label) {
		Webview webview = webview(label);
		if (webview != null) {
			tell((plugin) -> plugin.webviewCreated(webview));
		}
	}

	@Override
	public boolean navigating(Label label, String url) {
		Webview webview = webview(label);
		if (webview != null) {
			for (TauriPlugin plugin : this.plugins) {
				if (!mayNavigate(plugin, webview, url)) {
					return false;
				}
			}
		}
		return true;
	}

	private static boolean mayNavigate(TauriPlugin plugin, Webview webview, String url) {
		try {
			return plugin.mayNavigate(webview, url);
		}
		catch (RuntimeException ex) {
			logger.error("The plugin '" + plugin.name() + "' failed, so nothing is loaded", ex);
			return false;
		}
	}

	private @Nullable Webview webview(Label label) {
		for (Window window : this.runtime.getObject().windows()) {
			for (Webview webview : window.webviews()) {
				if (webview.label().equals(label)) {
					return webview;
				}
			}
		}
		return null;
	}

	private void tell(Consumer<TauriPlugin> callback) {
		for (TauriPlugin plugin : this.plugins) {
			try {
				callback.accept(plugin);
			}
			catch (RuntimeException ex) {
				logger.error("The plugin '" + plugin.name() + "' failed", ex);
			}
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		tell(TauriPlugin::exit);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
