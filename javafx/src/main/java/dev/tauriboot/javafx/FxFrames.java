package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.LoadListenerClient;
import com.sun.webkit.WebPage;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the isolation frame of a page by what the engine says of its frames, in which no
 * script of the page has a part: a child of the main frame whose document came from the
 * isolation URL.
 */
final class FxFrames implements LoadListenerClient {

	private static final String ENTRY = "__TAURI_ISOLATION__";

	private final WebPage page;

	private final String url;

	private final WeakReference<Supplier<@Nullable FxIsolation>> isolation;

	private FxFrames(WebPage page, String url, Supplier<@Nullable FxIsolation> isolation) {
		this.page = page;
		this.url = url;
		this.isolation = new WeakReference<>(isolation);
	}

	/**
	 * Watch the frames of an engine.
	 * @param engine the engine
	 * @param url the isolation URL
	 * @param isolation gives the isolation of the document that is shown now; is kept
	 * weakly, as the engine keeps this until the view is collected
	 */
	static void watch(WebEngine engine, String url, Supplier<@Nullable FxIsolation> isolation) {
		WebPage page = Accessor.getPageFor(engine);
		page.addLoadListenerClient(new FxFrames(page, url, isolation));
	}

	@Override
	public void dispatchLoadEvent(long frame, int state, String url, String contentType, double progress,
			int errorCode) {
		if (frame == 0 || frame == this.page.getMainFrame()) {
			return;
		}
		Supplier<@Nullable FxIsolation> shown = this.isolation.get();
		FxIsolation isolation = (shown != null) ? shown.get() : null;
		if (isolation == null) {
			return;
		}
		if (state == PAGE_STARTED) {
			isolation.frameLeft(frame);
		}
		else if (state == PAGE_FINISHED && this.page.getParentFrame(frame) == this.page.getMainFrame()
				&& this.url.equals(this.page.getURL(frame))) {
			JSObject entry = entry(frame);
			if (entry != null) {
				isolation.frameLoaded(frame, entry,
						() -> this.page.getChildFrames(this.page.getMainFrame()).contains(frame));
			}
		}
	}

	private @Nullable JSObject entry(long frame) {
		try {
			return (this.page.executeScript(frame, "window") instanceof JSObject window
					&& window.getMember(ENTRY) instanceof JSObject entry) ? entry : null;
		}
		catch (JSException ex) {
			return null;
		}
	}

	@Override
	public void dispatchResourceLoadEvent(long frame, int state, String url, String contentType, double progress,
			int errorCode) {
	}

}
