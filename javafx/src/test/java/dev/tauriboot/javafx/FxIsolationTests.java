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

	@Test
	void messagesWaitForTheHookAsLongAsTheyAreNotTooMuch(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("index.html"), "<script>window.__TAURI_ISOLATION_HOOK__ = (m) => m</script>");
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		Page page = webview.connect(Origin.of("http://tauri.localhost"), (Runnable) () -> {
		});
		IsolationPattern pattern = new IsolationPattern(
				IsolationApplication.load(new DefaultResourceLoader(), folder.toString(), List.of(HookDialect.V2)),
				Duration.ofHours(1), 10);
		FxIsolation isolation = new FxIsolation(pattern, () -> {
			throw new IllegalStateException("the door is not to be asked");
		}, new JsonMapper(), mock(PageDialogs.class), page);
		isolation.submit(isolation.message("greet", 1, 2, false, "x".repeat(11), null));
		assertThat(page.callsInFlight()).isEqualTo(1);
		isolation.submit(isolation.message("greet", 3, 4, false, "x", null));
		assertThat(page.callsInFlight()).isEqualTo(1);
		assertThat(page.outbound().drain())
			.isEqualTo("[[0,4,\"Command greet refused: too much waits for the isolation hook: the limit is 10\"]]");
	}

}
