package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.LoadListenerClient;
import com.sun.webkit.WebPage;
import dev.tauriboot.runtime.FileDialogs;
import javafx.scene.web.WebEngine;
import org.jspecify.annotations.Nullable;

/**
 * What one webview got that its engine lacks.
 */
final class FxRepairs {

	// The engine's number for a load that was given up because of its response.
	private static final int DROPPED = 102;

	private final @Nullable FxPageDownloads downloads;

	private final @Nullable FxErrorPages errorPages;

	private final @Nullable FxFileInputs fileInputs;

	// The engine keeps its clients until the view is collected, so they know these
	// weakly.
	private @Nullable Consumer<String> dropped;

	FxRepairs(FxEnvironment environment, FxWebview webview, WebEngine engine, FxNavigation navigation) {
		this.downloads = (environment.downloads() != null)
				? downloads(environment.downloads(), webview, engine, navigation) : null;
		FileDialogs dialogs = environment.repairs().fileInputs();
		this.fileInputs = (dialogs != null) ? FxFileInputs.watch(webview, dialogs) : null;
		this.errorPages = environment.repairs().errorPages() ? FxErrorPages.watch(engine, navigation) : null;
	}

	private FxPageDownloads downloads(FxDownloads downloads, FxWebview webview, WebEngine engine,
			FxNavigation navigation) {
		FxPageDownloads links = new FxPageDownloads(downloads, webview, navigation::isAllowed);
		navigation.divert((main, url) -> {
			if (main && links.accepts(url)) {
				return true;
			}
			if (url != null) {
				downloads.asked(webview, url.toExternalForm());
			}
			return false;
		});
		WebPage page = Accessor.getPageFor(engine);
		Consumer<String> dropped = (url) -> downloads.dropped(webview, url, navigation::isAllowed);
		this.dropped = dropped;
		page.addLoadListenerClient(new Dropped(page, new WeakReference<>(dropped)));
		return links;
	}

	/**
	 * The links that are saved.
	 */
	@Nullable FxPageDownloads downloads() {
		return this.downloads;
	}

	/**
	 * The files that pages get by a drop.
	 */
	@Nullable FxDroppedFiles droppedFiles() {
		return (this.fileInputs != null) ? this.fileInputs.droppedFiles() : null;
	}

	/**
	 * Where a webview is that shows a location: at the page that was wanted, if that is
	 * an error's.
	 */
	String url(String location) {
		String failed = (this.errorPages != null) ? this.errorPages.failed() : null;
		return (failed != null && !location.startsWith("http")) ? failed : location;
	}

	/**
	 * Load the wanted page again, if an error is shown in its place.
	 * @return {@code false} if none is
	 */
	boolean retry() {
		return this.errorPages != null && this.errorPages.retry();
	}

	/**
	 * The webview goes.
	 */
	void close() {
		if (this.errorPages != null) {
			this.errorPages.close();
		}
	}

	private record Dropped(WebPage page, WeakReference<Consumer<String>> dropped) implements LoadListenerClient {

		@Override
		public void dispatchLoadEvent(long frame, int state, String url, String contentType, double progress,
				int errorCode) {
			Consumer<String> dropped = this.dropped.get();
			if (dropped != null && errorCode == DROPPED && frame == this.page.getMainFrame()) {
				dropped.accept(url);
			}
		}

		@Override
		public void dispatchResourceLoadEvent(long frame, int state, String url, String contentType, double progress,
				int errorCode) {
		}

	}

}
