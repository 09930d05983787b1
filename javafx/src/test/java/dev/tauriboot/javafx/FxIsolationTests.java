package dev.tauriboot.javafx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.tauriboot.Origin;
import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.isolation.IsolationApplication;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link FxIsolation} without a frame.
 */
class FxIsolationTests {

	@TempDir
	private Path folder;

	private final Page page = page();

	private static Page page() {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		return webview.connect(Origin.of("http://tauri.localhost"), (Runnable) () -> {
		});
	}

	private FxIsolation isolation() throws IOException {
		Files.writeString(this.folder.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (m) => m</script>");
		IsolationPattern pattern = new IsolationPattern(
				IsolationApplication.load(new DefaultResourceLoader(), this.folder.toString(), List.of(HookDialect.V2)),
				Duration.ofHours(1), 1000, 10);
		return new FxIsolation(pattern, () -> {
			throw new IllegalStateException("the door is not to be asked");
		}, new JsonMapper(), mock(PageDialogs.class), this.page);
	}

	@Test
	void messagesWaitForTheHookAsLongAsTheyAreNotTooMuch() throws IOException {
		FxIsolation isolation = isolation();
		isolation.submit(isolation.message("greet", 1, 2, false, "x".repeat(400), "y".repeat(344)));
		isolation.submit(isolation.message("greet", 3, 4, false, "x", null));
		assertThat(this.page.callsInFlight()).isEqualTo(2);
		isolation.submit(isolation.message("greet", 5, 6, false, "", null));
		assertThat(this.page.callsInFlight()).isEqualTo(2);
		assertRefused(6);
	}

	@Test
	void singleMessageMayWaitWhateverItsSize() throws IOException {
		FxIsolation isolation = isolation();
		isolation.submit(isolation.message("greet", 1, 2, false, "x".repeat(1001), null));
		assertThat(this.page.callsInFlight()).isEqualTo(1);
		isolation.submit(isolation.message("greet", 3, 4, false, "x", null));
		assertRefused(4);
	}

	private void assertRefused(int error) {
		assertThat(this.page.outbound().drain()).isEqualTo("[[0," + error
				+ ",\"Command greet refused: too much waits for the isolation hook: the limit is 1000\"]]");
	}

}
