package dev.tauriboot.javafx;

import java.nio.file.Path;
import java.util.function.Supplier;

import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.window.Outbound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the windows of one context share.
 *
 * @param door the door of bridge calls, looked up late because commands may want windows
 * @param pages where connected documents are registered
 * @param mapper writes what a document is told
 * @param limits bounds of the queues
 * @param appOrigin the origin of the application's own pages
 * @param port the port in local URLs, empty or {@code :n}
 * @param userDataDirectory where the engine keeps its data, or {@code null} for nowhere
 */
record FxEnvironment(Supplier<BridgeDoor> door, Pages pages, JsonMapper mapper, Outbound.Limits limits,
		Origin appOrigin, String port, @Nullable Path userDataDirectory) {

	BridgeDoor bridgeDoor() {
		return this.door.get();
	}

	String ipcUrl() {
		return "http://ipc.localhost" + this.port + "/";
	}

	String protocolUrl() {
		return "http://*.localhost" + this.port + "/";
	}

	String appUrl(String path) {
		if (path.contains("://")) {
			return path;
		}
		String relative = path.startsWith("/") ? path.substring(1) : path;
		return this.appOrigin + "/" + ("index.html".equals(relative) ? "" : relative);
	}

}
