package dev.tauriboot.plugin.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.AppIcon;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.image.Image;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code app}: section 10.1 of the wire contract. What a platform
 * does not have succeeds without an effect, as the contract has it. What it has and this
 * cannot do is rejected: a theme other than the system's, and on macOS an application
 * without a place in the dock.
 *
 * @since 0.1.0
 */
public class AppCommands {

	/** The release of Tauri whose API this has. */
	static final String TAURI_VERSION = "2.12.5";

	private static final int UUID_BYTES = 16;

	private final PackageInfo info;

	private final AppIcon icon;

	private final ResourceTable resources;

	private final Platform platform;

	private final Set<Label> hidden = ConcurrentHashMap.newKeySet();

	/**
	 * Create the commands.
	 * @param info what the application is called
	 * @param icon the application's icon
	 * @param resources what pages hold
	 * @param platform the platform
	 */
	public AppCommands(PackageInfo info, AppIcon icon, ResourceTable resources, Platform platform) {
		Assert.notNull(info, "'info' must not be null");
		Assert.notNull(icon, "'icon' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		Assert.notNull(platform, "'platform' must not be null");
		this.info = info;
		this.icon = icon;
		this.resources = resources;
		this.platform = platform;
	}

	@TauriCommand("plugin:app|version")
	String version() {
		return this.info.version();
	}

	@TauriCommand("plugin:app|name")
	String name() {
		return this.info.name();
	}

	@TauriCommand("plugin:app|tauri_version")
	String tauriVersion() {
		return TAURI_VERSION;
	}

	@TauriCommand("plugin:app|identifier")
	String identifier() {
		return this.info.identifier();
	}

	/**
	 * Show what {@link #hide} hid.
	 */
	@TauriCommand("plugin:app|app_show")
	void show(AppHandle app) {
		for (Window window : app.windows()) {
			if (this.hidden.remove(window.label())) {
				window.show();
			}
		}
	}

	/**
	 * Hide the application, which macOS alone can: the windows that are to be seen.
	 */
	@TauriCommand("plugin:app|app_hide")
	void hide(AppHandle app) {
		if (this.platform != Platform.MACOS) {
			return;
		}
		for (Window window : app.windows()) {
			if (window.isVisible()) {
				this.hidden.add(window.label());
				window.hide();
			}
		}
	}

	@TauriCommand("plugin:app|fetch_data_store_identifiers")
	List<int[]> fetchDataStoreIdentifiers() {
		return List.of();
	}

	// There are no data stores: none to be fetched, so none to be removed.
	@TauriCommand("plugin:app|remove_data_store")
	void removeDataStore(byte[] uuid) {
		if (uuid.length != UUID_BYTES) {
			throw new InvokeException("invalid args `uuid` for command `remove_data_store`: invalid length "
					+ uuid.length + ", expected an array of length " + UUID_BYTES);
		}
	}

	@TauriCommand("plugin:app|default_window_icon")
	@Nullable Long defaultWindowIcon(Page page) {
		Image image = this.icon.image();
		return (image != null) ? this.resources.add(page, image) : null;
	}

	@TauriCommand("plugin:app|set_app_theme")
	void setAppTheme(@Nullable Theme theme) {
		if (theme != null) {
			throw new InvokeException("the theme of the application cannot be set: it follows the system");
		}
	}

	@TauriCommand("plugin:app|set_dock_visibility")
	void setDockVisibility(boolean visible) {
		if (!visible && this.platform == Platform.MACOS) {
			throw new InvokeException("the application cannot be removed from the dock");
		}
	}

	// An application does not know what it was packed as.
	@TauriCommand("plugin:app|bundle_type")
	@Nullable String bundleType() {
		return null;
	}

	@TauriCommand("plugin:app|supports_multiple_windows")
	boolean supportsMultipleWindows() {
		return true;
	}

	@TauriCommand("plugin:app|exit")
	void exit(@Nullable Integer code, AppHandle app) {
		app.exit((code != null) ? code : 0);
	}

	/**
	 * Accept a listener to the back button, which a desktop does not have: it is never
	 * called.
	 */
	@TauriCommand("plugin:app|register_listener")
	void registerListener(String event, Channel<Object> handler) {
	}

	/**
	 * The name by which clients before 2.2 call {@link #registerListener}.
	 */
	@TauriCommand("plugin:app|registerListener")
	void registerListenerOfOldClients(String event, Channel<Object> handler) {
		registerListener(event, handler);
	}

	@TauriCommand("plugin:app|remove_listener")
	void removeListener(String event, long channelId) {
	}

}
