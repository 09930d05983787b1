package dev.tauriboot.plugin.tray;

import dev.tauriboot.tray.TrayIcon;

/**
 * An icon as a document holds it. One that the document has made goes with it; one that
 * it has found does not.
 *
 * @param icon the icon
 * @param owner takes it away, or does nothing
 */
record TrayResource(TrayIcon icon, Runnable owner) implements AutoCloseable {

	@Override
	public void close() {
		this.owner.run();
	}

}
