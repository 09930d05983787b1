package dev.tauriboot.plugin.webview;

import dev.tauriboot.Label;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Finds the webview that a call is about: the one of the label, or the caller's own
 * (section 10.0 of the wire contract).
 *
 * @since 0.1.0
 */
public final class WebviewLookup {

	private final DesktopRuntime runtime;

	private final int max;

	/**
	 * Create the lookup.
	 * @param runtime has the webviews
	 */
	public WebviewLookup(DesktopRuntime runtime) {
		this(runtime, Integer.MAX_VALUE);
	}

	/**
	 * Create the lookup where there is a limit.
	 * @param runtime has the webviews
	 * @param max how many there may be for a page to open another
	 */
	public WebviewLookup(DesktopRuntime runtime, int max) {
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.runtime = runtime;
		this.max = max;
	}

	void checkRoom() {
		if (this.runtime.webviews().size() >= this.max) {
			throw new InvokeException("too many webviews: the limit is " + this.max);
		}
	}

	Webview find(@Nullable String label, Webview caller) {
		if (label == null || label.isEmpty()) {
			return caller;
		}
		Webview webview = Label.isValid(label) ? this.runtime.findWebview(Label.of(label)) : null;
		if (webview == null) {
			throw new InvokeException("webview not found");
		}
		return webview;
	}

	DesktopRuntime runtime() {
		return this.runtime;
	}

}
