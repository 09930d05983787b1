package dev.tauriboot.event;

import java.util.function.Predicate;

import dev.tauriboot.event.EventTarget.Any;
import dev.tauriboot.event.EventTarget.AnyLabel;
import dev.tauriboot.event.EventTarget.App;
import dev.tauriboot.event.EventTarget.Webview;
import dev.tauriboot.event.EventTarget.WebviewWindow;
import dev.tauriboot.event.EventTarget.Window;

/**
 * Which listeners get an event: the table of section 8.4 of the wire contract, the rows
 * by factory method, the columns in {@link #test(EventTarget)}.
 */
final class EventMatcher implements Predicate<EventTarget> {

	private static final EventMatcher ALL = new EventMatcher("", true, true, true, true, true);

	private static final EventMatcher APP = new EventMatcher("", false, true, false, false, false);

	private final String label;

	private final boolean anyLabel;

	private final boolean app;

	private final boolean window;

	private final boolean webview;

	private final boolean webviewWindow;

	private EventMatcher(String label, boolean anyLabel, boolean app, boolean window, boolean webview,
			boolean webviewWindow) {
		this.label = label;
		this.anyLabel = anyLabel;
		this.app = app;
		this.window = window;
		this.webview = webview;
		this.webviewWindow = webviewWindow;
	}

	/**
	 * An event for everybody.
	 */
	static EventMatcher all() {
		return ALL;
	}

	/**
	 * An event for one target.
	 */
	static EventMatcher to(EventTarget target) {
		if (target instanceof AnyLabel to) {
			return new EventMatcher(to.label(), true, false, true, true, true);
		}
		if (target instanceof Window to) {
			return new EventMatcher(to.label(), true, false, true, false, false);
		}
		if (target instanceof Webview to) {
			return new EventMatcher(to.label(), true, false, false, true, false);
		}
		if (target instanceof WebviewWindow to) {
			return new EventMatcher(to.label(), true, false, false, false, true);
		}
		return (target instanceof App) ? APP : ALL;
	}

	/**
	 * What happened to a window.
	 */
	static EventMatcher ofWindow(String label) {
		return new EventMatcher(label, false, false, true, false, true);
	}

	/**
	 * What happened to a webview.
	 */
	static EventMatcher ofWebview(String label) {
		return new EventMatcher(label, false, false, false, true, true);
	}

	@Override
	public boolean test(EventTarget listener) {
		if (this == ALL || listener instanceof Any) {
			return true;
		}
		if (listener instanceof AnyLabel its) {
			return this.anyLabel && this.label.equals(its.label());
		}
		if (listener instanceof Window its) {
			return this.window && this.label.equals(its.label());
		}
		if (listener instanceof Webview its) {
			return this.webview && this.label.equals(its.label());
		}
		if (listener instanceof WebviewWindow its) {
			return this.webviewWindow && this.label.equals(its.label());
		}
		return this.app;
	}

}
