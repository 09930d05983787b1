package dev.tauriboot.test;

import dev.tauriboot.Origin;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Webview;

/**
 * The runtime of tests passes the kit.
 */
class MockDesktopRuntimeTests extends DesktopRuntimeCompatibilityKit {

	@Override
	protected DesktopRuntime createRuntime(Runnable lastWindowClosed) {
		return new MockDesktopRuntime(lastWindowClosed);
	}

	@Override
	protected void connect(Webview webview) {
		if (webview.page() == null) {
			Runnable noSignal = () -> {
			};
			((MemoryWebview) webview).connect(new Origin("http", "tauri.localhost", 80), noSignal);
		}
	}

}
