package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.window.WindowListeners;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The open windows of one runtime, in the order in which they were opened. They are
 * opened and closed on the JavaFX application thread, and read by any.
 */
final class FxWindows {

	private final WindowListeners listeners;

	private final Runnable lastClosed;

	private final Map<Label, FxWindow> windows = new LinkedHashMap<>();

	private volatile boolean ending;

	/**
	 * No windows yet.
	 * @param listeners told what happens to windows
	 * @param lastClosed what to do when the last window has closed
	 */
	FxWindows(WindowListeners listeners, Runnable lastClosed) {
		this.listeners = listeners;
		this.lastClosed = lastClosed;
	}

	/**
	 * Whether windows close because the runtime ends, rather than one by one.
	 */
	void setEnding(boolean ending) {
		this.ending = ending;
	}

	FxWindow open(FxEnvironment environment, WindowOptions asked) {
		WindowOptions options = this.listeners.opening(asked);
		Label label = options.label();
		Assert.state(find(label) == null, () -> "a window with label `" + label + "` already exists");
		Label owner = options.traits().parent();
		FxWindow parent = (owner != null) ? find(owner) : null;
		Assert.state(owner == null || parent != null, () -> "the parent window `" + owner + "` was not found");
		if (options.traits().webview()) {
			checkWebviewLabel(label);
		}
		FxWindow window = new FxWindow(this, environment, options, parent);
		synchronized (this.windows) {
			this.windows.put(label, window);
		}
		window.open();
		this.listeners.windowCreated(label);
		if (options.traits().webview()) {
			this.listeners.webviewCreated(label);
		}
		return window;
	}

	void checkWebviewLabel(Label label) {
		boolean taken = all().stream()
			.flatMap((window) -> window.webviews().stream())
			.anyMatch((webview) -> webview.label().equals(label));
		Assert.state(!taken, () -> "a webview with label `" + label + "` already exists");
	}

	void closed(Label label) {
		boolean last;
		synchronized (this.windows) {
			last = this.windows.remove(label) != null && this.windows.isEmpty() && !this.ending;
		}
		this.listeners.destroyed(label);
		if (last) {
			this.lastClosed.run();
		}
	}

	List<FxWindow> all() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Nullable FxWindow find(Label label) {
		synchronized (this.windows) {
			return this.windows.get(label);
		}
	}

}
