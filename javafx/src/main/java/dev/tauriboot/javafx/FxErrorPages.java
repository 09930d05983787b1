package dev.tauriboot.javafx;

import dev.tauriboot.Origin;
import dev.tauriboot.asset.ErrorPage;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Worker.State;
import javafx.scene.web.WebEngine;
import javafx.util.Duration;
import netscape.javascript.JSException;
import org.jspecify.annotations.Nullable;

/**
 * Shows why a page could not be loaded where a webview would be left as it was, or blank.
 * The error page is a document of no origin. What the application itself wanted to show
 * is tried again by and by. Lives on the JavaFX application thread.
 */
final class FxErrorPages {

	private static final double[] PAUSES = { 1, 2, 4, 8, 15 };

	// The engine does not tell the status of a response. A page of nothing has no script
	// that could fill it.
	private static final String IS_EMPTY = "document.documentElement?.outerHTML"
			+ " === '<html><head></head><body></body></html>'";

	private final WebEngine engine;

	private final FxNavigation navigation;

	// The last page that was shown, to go back to.
	private @Nullable String last;

	// What could not be loaded.
	private @Nullable String failed;

	private boolean loading;

	private boolean shown;

	private int attempts;

	private @Nullable PauseTransition next;

	private FxErrorPages(WebEngine engine, FxNavigation navigation) {
		this.engine = engine;
		this.navigation = navigation;
	}

	static FxErrorPages watch(WebEngine engine, FxNavigation navigation) {
		FxErrorPages pages = new FxErrorPages(engine, navigation);
		engine.getLoadWorker().stateProperty().addListener((property, before, state) -> pages.changed(state));
		return pages;
	}

	private void changed(State state) {
		String location = this.engine.getLocation();
		if (state == State.SCHEDULED) {
			cancelNext();
		}
		else if (state == State.FAILED) {
			Throwable ex = this.engine.getLoadWorker().getException();
			failed(location, (ex != null && ex.getMessage() != null) ? ex.getMessage() : "Unknown error");
		}
		else if (state == State.SUCCEEDED) {
			if (this.loading) {
				this.loading = false;
				this.shown = true;
				retryLater();
			}
			else {
				succeeded(location);
			}
		}
	}

	private void succeeded(String location) {
		String wanted = this.navigation.granted();
		if (Origin.of(location) == null && wanted != null && Origin.of(wanted) != null) {
			// As the engine does with ports that it does not connect to.
			failed(wanted, "The engine does not connect there");
			return;
		}
		if (isEmpty(location)) {
			failed(location, "The server answered with an empty page");
			return;
		}
		this.shown = false;
		this.failed = null;
		this.attempts = 0;
		this.last = location;
	}

	// Errors of the application's own server have a page by now.
	private boolean isEmpty(String location) {
		Origin origin = Origin.of(location);
		if (origin == null || LocalProtocol.isClaimed(origin)) {
			return false;
		}
		try {
			return Boolean.TRUE.equals(this.engine.executeScript(IS_EMPTY));
		}
		catch (JSException ex) {
			return false;
		}
	}

	private void failed(String url, String reason) {
		if (this.shown && url.equals(this.failed)) {
			retryLater();
			return;
		}
		this.failed = url;
		this.attempts = 0;
		String back = (this.last != null && !this.last.equals(url)) ? this.last : null;
		String html = ErrorPage.html(url, reason + ".", url, back);
		// The engine is still busy with what has failed.
		Platform.runLater(() -> {
			if (url.equals(this.failed) && this.engine.getLoadWorker().getState() != State.RUNNING) {
				this.loading = true;
				this.engine.loadContent(html);
			}
		});
	}

	private void retryLater() {
		cancelNext();
		String url = this.failed;
		if (url == null || !url.equals(this.navigation.granted())) {
			return;
		}
		PauseTransition pause = new PauseTransition(
				Duration.seconds(PAUSES[Math.min(this.attempts++, PAUSES.length - 1)]));
		pause.setOnFinished((event) -> {
			if (url.equals(this.failed)) {
				this.engine.load(url);
			}
		});
		this.next = pause;
		pause.play();
	}

	private void cancelNext() {
		PauseTransition next = this.next;
		this.next = null;
		if (next != null) {
			next.stop();
		}
	}

	/**
	 * The URL of the page in whose place an error is shown.
	 */
	@Nullable String failed() {
		return this.failed;
	}

	/**
	 * Try the page again in whose place an error is shown.
	 * @return {@code false} if none is
	 */
	boolean retry() {
		String url = this.failed;
		if (url == null) {
			return false;
		}
		this.engine.load(url);
		return true;
	}

	/**
	 * The webview goes.
	 */
	void close() {
		this.failed = null;
		cancelNext();
	}

}
