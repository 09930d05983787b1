package dev.tauriboot.test;

import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link DesktopRuntime} must do alike, a nested class for each concern. The
 * tests of a runtime extend this class.
 *
 * @since 0.1.0
 */
public abstract class DesktopRuntimeCompatibilityKit {

	/**
	 * A kit. Each test makes runtimes of its own.
	 */
	protected DesktopRuntimeCompatibilityKit() {
	}

	/**
	 * Create a runtime that is not started. Its windows must get a document at
	 * {@code index.html} and at {@code other.html} that connects.
	 * @param lastWindowClosed what the runtime is to call when its last window has closed
	 * @return the runtime
	 */
	protected abstract DesktopRuntime createRuntime(Runnable lastWindowClosed);

	/**
	 * Let the webview's current document connect, where documents do not do so by
	 * themselves. The default does nothing.
	 * @param webview the webview
	 */
	protected void connect(Webview webview) {
	}

	@Nested
	class RuntimeLife extends RuntimeLifeKit {

		RuntimeLife() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

	@Nested
	class WindowLife extends WindowLifeKit {

		WindowLife() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

	@Nested
	class WindowBounds extends WindowBoundsKit {

		WindowBounds() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

	@Nested
	class WindowState extends WindowStateKit {

		WindowState() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

	@Nested
	class Documents extends DocumentKit {

		Documents() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

	@Nested
	class Webviews extends WebviewKit {

		Webviews() {
			super(DesktopRuntimeCompatibilityKit.this);
		}

	}

}
