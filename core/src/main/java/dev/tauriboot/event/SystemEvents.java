package dev.tauriboot.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.Label;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowListener;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The events that the framework itself emits about windows and webviews, with the names
 * and payloads of section 8.7 of the wire contract. All sizes and positions are physical.
 * Runtimes call it, on any thread.
 *
 * @since 0.1.0
 */
public final class SystemEvents implements WindowListener {

	/** A page that listens to it for a window decides whether the window closes. */
	public static final String CLOSE_REQUESTED = "tauri://close-requested";

	private final Events events;

	/**
	 * Create the system events.
	 * @param events where they go
	 */
	public SystemEvents(Events events) {
		Assert.notNull(events, "'events' must not be null");
		this.events = events;
	}

	/**
	 * The inner size of a window has changed.
	 * @param window its label
	 * @param width the new width
	 * @param height the new height
	 */
	@Override
	public void resized(Label window, int width, int height) {
		systemWindowEvent(window, "tauri://resize", new Size(width, height));
	}

	/**
	 * The outer position of a window has changed.
	 * @param window its label
	 * @param x the new position
	 * @param y the new position
	 */
	@Override
	public void moved(Label window, int x, int y) {
		systemWindowEvent(window, "tauri://move", new Position(x, y));
	}

	/**
	 * A window is asked to close. If the answer is {@code true} the window stays: the
	 * page destroys it, or not. A listener for any target, or any label, does not count.
	 * @param window its label
	 * @return whether a page takes the decision
	 */
	@Override
	public boolean closeRequested(Label window) {
		EventTarget asWindow = new EventTarget.Window(window.value());
		EventTarget asWebviewWindow = new EventTarget.WebviewWindow(window.value());
		boolean prevented = this.events.hasListener(CLOSE_REQUESTED,
				(target) -> target.equals(asWindow) || target.equals(asWebviewWindow));
		systemWindowEvent(window, CLOSE_REQUESTED, null);
		return prevented;
	}

	/**
	 * A window is gone.
	 * @param window its label
	 */
	@Override
	public void destroyed(Label window) {
		systemWindowEvent(window, "tauri://destroyed", null);
	}

	/**
	 * A window has got or lost the focus.
	 * @param window its label
	 * @param focused whether it has it
	 */
	@Override
	public void focused(Label window, boolean focused) {
		systemWindowEvent(window, focused ? "tauri://focus" : "tauri://blur", null);
	}

	/**
	 * A window is on a screen of another scale.
	 * @param window its label
	 * @param scaleFactor the new scale
	 * @param width the new inner width
	 * @param height the new inner height
	 */
	@Override
	public void scaleChanged(Label window, double scaleFactor, int width, int height) {
		systemWindowEvent(window, "tauri://scale-change", new Scale(scaleFactor, new Size(width, height)));
	}

	/**
	 * The theme of a window has changed.
	 * @param window its label
	 * @param dark whether it is dark now
	 */
	@Override
	public void themeChanged(Label window, boolean dark) {
		systemWindowEvent(window, "tauri://theme-changed", dark ? "dark" : "light");
	}

	/**
	 * There is a new window.
	 * @param window its label
	 */
	@Override
	public void windowCreated(Label window) {
		this.events.emit("tauri://window-created", new Created(window.value()));
	}

	/**
	 * There is a new webview.
	 * @param webview its label
	 */
	@Override
	public void webviewCreated(Label webview) {
		this.events.emit("tauri://webview-created", new Created(webview.value()));
	}

	/**
	 * Files are dragged onto a webview.
	 * @param webview the webview
	 * @param paths the files
	 * @param x the position of the pointer
	 * @param y the position of the pointer
	 */
	@Override
	public void dragEntered(Webview webview, List<String> paths, double x, double y) {
		dragEvent(webview, "tauri://drag-enter", new Drag(List.copyOf(paths), new Point(x, y)));
	}

	/**
	 * Files are dragged over a webview.
	 * @param webview the webview
	 * @param x the position of the pointer
	 * @param y the position of the pointer
	 */
	@Override
	public void dragOver(Webview webview, double x, double y) {
		dragEvent(webview, "tauri://drag-over", new Drag(null, new Point(x, y)));
	}

	/**
	 * Files are dropped onto a webview.
	 * @param webview the webview
	 * @param paths the files
	 * @param x the position of the pointer
	 * @param y the position of the pointer
	 */
	@Override
	public void dropped(Webview webview, List<String> paths, double x, double y) {
		dragEvent(webview, "tauri://drag-drop", new Drag(List.copyOf(paths), new Point(x, y)));
	}

	/**
	 * Dragged files have left a webview.
	 * @param webview the webview
	 */
	@Override
	public void dragLeft(Webview webview) {
		dragEvent(webview, "tauri://drag-leave", null);
	}

	private void dragEvent(Webview webview, String name, @Nullable Object payload) {
		if (webview.label().equals(webview.window().label())) {
			this.events.emitTo(new EventTarget.AnyLabel(webview.label().value()), name, payload);
		}
		else {
			systemWebviewEvent(webview.label(), name, payload);
		}
	}

	/**
	 * Emit an event about a window: listeners for it as window or webview window get it,
	 * those for any label do not.
	 * @param window its label
	 * @param name the event's name
	 * @param payload the payload
	 */
	public void systemWindowEvent(Label window, String name, @Nullable Object payload) {
		Assert.notNull(window, "'window' must not be null");
		this.events.dispatch(name, payload, EventMatcher.ofWindow(window.value()));
	}

	/**
	 * Emit an event about a webview: listeners for it as webview or webview window get
	 * it, those for any label do not.
	 * @param webview its label
	 * @param name the event's name
	 * @param payload the payload
	 */
	public void systemWebviewEvent(Label webview, String name, @Nullable Object payload) {
		Assert.notNull(webview, "'webview' must not be null");
		this.events.dispatch(name, payload, EventMatcher.ofWebview(webview.value()));
	}

	private record Size(int width, int height) {
	}

	private record Position(int x, int y) {
	}

	private record Point(double x, double y) {
	}

	private record Scale(@JsonProperty("scaleFactor") double scaleFactor, Size size) {
	}

	private record Created(String label) {
	}

	private record Drag(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> paths, Point position) {
	}

}
