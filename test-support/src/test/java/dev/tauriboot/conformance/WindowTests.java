package dev.tauriboot.conformance;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

import org.springframework.context.annotation.Import;

/**
 * Base of the tests of the modules window and webviewWindow of the unmodified client.
 */
@Import(GrantWindows.class)
abstract class WindowTests extends PageTests {

	static final String MODULES = """
			const windows = await import('@tauri-apps/api/window');
			const webviewWindows = await import('@tauri-apps/api/webviewWindow');
			const dpi = await import('@tauri-apps/api/dpi');
			const until = async (condition) => {
			  for (let i = 0; i < 3000; i += 1) {
			    if (await condition()) { return true; }
			    await new Promise((resolve) => setTimeout(resolve, 10));
			  }
			  return false;
			};
			""";

	@AfterEach
	void destroy() {
		for (String label : List.of("one", "made", "child", "bare")) {
			Window window = this.runtime.find(Label.of(label));
			if (window != null) {
				window.destroy();
				Awaitility.await().until(() -> this.runtime.find(window.label()) == null);
			}
		}
	}

	final Window one() {
		return this.runtime.create(WindowOptions.of("one").withSize(400, 300));
	}

}
