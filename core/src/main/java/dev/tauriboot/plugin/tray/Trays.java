package dev.tauriboot.plugin.tray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.TrayIcon;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The application's icons in the system's tray. A bean, safe for any thread. Closing it
 * takes the icons away.
 *
 * @since 0.1.0
 */
public final class Trays implements AutoCloseable {

	private final TrayHost host;

	private final Menus menus;

	private final Map<TrayIcon, TrayHost.Shown> shown = new LinkedHashMap<>();

	/**
	 * Create the icons.
	 * @param host shows them
	 * @param menus does what is chosen in their menus
	 */
	public Trays(TrayHost host, Menus menus) {
		Assert.notNull(host, "'host' must not be null");
		Assert.notNull(menus, "'menus' must not be null");
		this.host = host;
		this.menus = menus;
	}

	/**
	 * Show an icon.
	 * @param icon the icon
	 * @throws dev.tauriboot.tray.TrayException if there is no tray
	 */
	public synchronized void add(TrayIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		if (!this.shown.containsKey(icon)) {
			this.shown.put(icon, this.host.show(icon, this.menus::chosen));
		}
	}

	/**
	 * Find an icon.
	 * @param id its id
	 * @return the one that was added last with that id, or {@code null} if there is none
	 */
	public synchronized @Nullable TrayIcon get(String id) {
		TrayIcon found = null;
		for (TrayIcon icon : this.shown.keySet()) {
			if (icon.id().equals(id)) {
				found = icon;
			}
		}
		return found;
	}

	/**
	 * Take an icon away.
	 * @param icon the icon
	 * @return whether it was there
	 */
	public synchronized boolean remove(TrayIcon icon) {
		TrayHost.Shown known = this.shown.remove(icon);
		if (known != null) {
			known.close();
		}
		return known != null;
	}

	@Override
	public synchronized void close() {
		List<TrayIcon> icons = new ArrayList<>(this.shown.keySet());
		icons.forEach(this::remove);
	}

}
