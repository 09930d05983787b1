package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.asset.GuestScripts;
import dev.tauriboot.download.Download.State;
import dev.tauriboot.download.DownloadEvent;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

/**
 * What an application gets that its engine lacks, as it is configured by default.
 */
@Import(WebviewRepairTests.Dialogs.class)
class WebviewRepairTests extends PageTests {

	@Autowired
	Dialogs dialogs;

	@Test
	void downloadIsSavedAndTold() throws Exception {
		js("""
				const link = document.createElement('a');
				link.href = URL.createObjectURL(new Blob([typeof core.invoke]));
				link.download = '../notes.txt';
				link.click();
				URL.revokeObjectURL(link.href);
				return 'download' in link;""");
		DownloadEvent requested = this.dialogs.next();
		assertThat(requested.state()).isEqualTo(State.REQUESTED);
		assertThat(requested.download().fileName()).isEqualTo("notes.txt");
		DownloadEvent event = requested;
		while (!event.state().isEnd()) {
			event = this.dialogs.next();
		}
		assertThat(event.download().failure()).isNull();
		assertThat(event.state()).isEqualTo(State.FINISHED);
		assertThat(event.download().file()).hasContent("function");
	}

	@Test
	void clipboardIsThatOfABrowser() throws Exception {
		assertThat(js("return navigator.clipboard.readText().catch((e) => e.name)").stringValue())
			.isEqualTo("NotAllowedError");
		assertThat(js("return navigator.clipboard.writeText('x').catch((e) => e.name)").stringValue())
			.isEqualTo("NotAllowedError");
	}

	@Test
	void failureOfTheApplicationHasAPage() {
		Webview webview = this.runtime
			.create(WindowOptions.of("failing").withUrl(GuestScripts.PATH_PREFIX + "nothing.js"))
			.webviews()
			.get(0);
		WebviewProbe probe = (WebviewProbe) webview;
		Awaitility.await()
			.until(() -> probe.evaluate("document.getElementById('reason')?.textContent ?? ''"),
					(text) -> String.valueOf(text).contains("(status "));
		assertThat(webview.page()).isNull();
		assertThat(probe.evaluate("'__TAURI_INTERNALS__' in window")).isEqualTo(false);
		probe.evaluate("prompt('__TAURI_CONNECT__')");
		assertThat(probe.evaluate("'__TAURI_BRIDGE__' in window && !!window.__TAURI_BRIDGE__")).isEqualTo(false);
		webview.window().destroy();
	}

	@Test
	void keysZoomWindowsThatWantIt() {
		Webview webview = webview("main");
		awaitPage(webview, null);
		FxViews.press(webview, KeyCode.PLUS);
		assertThat(webview.zoom()).isEqualTo(1);
		Webview zoomed = this.runtime
			.create(WindowOptions.of("zoomed").withTraits(WindowTraits.DEFAULT.withZoomHotkeys(true)))
			.webviews()
			.get(0);
		awaitPage(zoomed, null);
		FxViews.press(zoomed, KeyCode.PLUS);
		assertThat(zoomed.zoom()).isEqualTo(1.2, offset(1e-9));
		zoomed.window().destroy();
	}

	/**
	 * A user who saves everything.
	 */
	@TestConfiguration
	static class Dialogs {

		private final BlockingQueue<DownloadEvent> events = new LinkedBlockingQueue<>();

		@EventListener
		void downloading(DownloadEvent event) {
			this.events.add(event);
		}

		DownloadEvent next() throws InterruptedException {
			DownloadEvent event = this.events.poll(20, TimeUnit.SECONDS);
			assertThat(event).isNotNull();
			return event;
		}

		@Bean
		FileDialogs savingDialogs() {
			return new FileDialogs() {

				@Override
				public CompletableFuture<List<Path>> open(FileDialogOptions options) {
					return CompletableFuture.completedFuture(List.of());
				}

				@Override
				public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
					try {
						Path folder = Files.createTempDirectory("tauri-saved");
						folder.toFile().deleteOnExit();
						Path file = folder.resolve("saved.txt");
						file.toFile().deleteOnExit();
						return CompletableFuture.completedFuture(Optional.of(file));
					}
					catch (IOException ex) {
						return CompletableFuture.failedFuture(ex);
					}
				}

			};
		}

	}

}
