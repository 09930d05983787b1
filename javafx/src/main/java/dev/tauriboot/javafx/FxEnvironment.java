package dev.tauriboot.javafx;

import java.util.Set;
import java.util.function.Supplier;

import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.ExternalLinks;
import dev.tauriboot.runtime.LauncherIcon;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.webcrypto.WebCrypto;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.WindowListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the windows of one context share.
 *
 * @param mainThread the JavaFX application thread
 * @param door the door of bridge calls, looked up late because commands may want windows
 * @param pages where connected documents are registered
 * @param mapper writes what a document is told
 * @param limits bounds of the queues
 * @param hosts where pages and protocols are reached
 * @param userData where the engine keeps its data
 * @param listener told what happens to windows
 * @param dialogs shows the dialogs of pages
 * @param links opens links that lead out
 * @param allowed origins to which pages may lead a window
 * @param isolation the isolation pattern, or {@code null} for none
 * @param remotePages which pages of other origins get a bridge, or {@code null} for none
 * @param repairs what pages get that the engine lacks
 * @param downloads saves what the engine cannot show, or {@code null} for nothing
 * @param webCrypto what {@code crypto.subtle} of pages is made of, or {@code null} for
 * none
 * @param printing prints pages, or {@code null} if nothing does
 * @param maxWindows how many windows there may be for a page to open one by itself
 * @param maxUndecidedPopups how many of these may be without a URL yet
 * @param maxLogLines how many lines a page may print in a second
 * @param launcherIcon shows badges and the like
 */
record FxEnvironment(FxMainThread mainThread, Supplier<BridgeDoor> door, Pages pages, JsonMapper mapper,
		Outbound.Limits limits, FxHosts hosts, FxUserData userData, WindowListener listener, PageDialogs dialogs,
		ExternalLinks links, Set<Origin> allowed, @Nullable IsolationPattern isolation,
		@Nullable FxRemotePages remotePages, FxRepairKit repairs, @Nullable FxDownloads downloads,
		@Nullable WebCrypto webCrypto, @Nullable FxPrinting printing, int maxWindows, int maxUndecidedPopups,
		int maxLogLines, LauncherIcon launcherIcon) {

	BridgeDoor bridgeDoor() {
		return this.door.get();
	}

	Origin appOrigin() {
		return this.hosts.appOrigin();
	}

	String isolationUrl() {
		return this.hosts.protocolUrl().replace("*", "isolation");
	}

	String appUrl(String path) {
		if (path.contains("://") || path.startsWith("about:")) {
			return path;
		}
		String relative = path.startsWith("/") ? path.substring(1) : path;
		return appOrigin() + "/" + ("index.html".equals(relative) ? "" : relative);
	}

}
