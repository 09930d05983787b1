package dev.tauriboot.boot.autoconfigure.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Label;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import javafx.application.Platform;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of the page's side of the browser runtime, in a real engine that knows of the
 * application what any browser knows: its link.
 */
@Timeout(300)
@Tag("engine")
class BrowserPageTests {

	private static ConfigurableApplicationContext context;

	private static BrowserRuntime runtime;

	private static File userData;

	@BeforeAll
	static void start() throws Exception {
		userData = Files.createTempDirectory(Path.of("target"), "webview").toFile();
		CountDownLatch started = new CountDownLatch(1);
		try {
			Platform.startup(started::countDown);
		}
		catch (IllegalStateException ex) {
			Platform.runLater(started::countDown);
		}
		assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
		Platform.setImplicitExit(false);
		context = new SpringApplicationBuilder(BrowserRuntimeTests.Application.class)
			.properties("tauri.runtime=browser", "tauri.build.frontend-dist=classpath:/browser-app",
					"tauri.app.exit-jvm=false", "spring.main.banner-mode=off")
			.run();
		runtime = context.getBean(BrowserRuntime.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void showsWindowByItsLink() throws Exception {
		WebView view = on(BrowserPageTests::view);
		on(() -> {
			view.getEngine().load(runtime.newLink(Label.of("main")));
			return true;
		});
		awaitTitle(view, "Hello, World! late 3,2,1");
		Webview webview = runtime.windows().get(0).webviews().get(0);
		Page page = webview.page();
		assertThat(page).isNotNull();
		assertThat(on(() -> view.getEngine()
			.executeScript("[isTauri, __TAURI_INTERNALS__.metadata.currentWindow.label, location.pathname].join()")))
			.isEqualTo("true,main,/");
		int channel = (int) on(() -> view.getEngine()
			.executeScript("__TAURI_INTERNALS__.transformCallback((frame) => { document.title = frame.message })"));
		page.outbound().channelFrame(channel, 0, new InvokeResponse.Json("\"by channel\""));
		awaitTitle(view, "by channel");
		int bytes = (int) on(() -> view.getEngine()
			.executeScript("__TAURI_INTERNALS__.transformCallback((frame) => { document.title = `bytes `"
					+ " + frame.message.byteLength + performance.getEntriesByType('resource')"
					+ ".some(({ name }) => name.includes('__TAURI_CHANNEL__')) })"));
		page.outbound().channelFrame(bytes, 0, new InvokeResponse.Raw(new byte[3]));
		awaitTitle(view, "bytes 3false");
		page.outbound().channelFrame(bytes, 1, new InvokeResponse.Raw(new byte[300_000]));
		awaitTitle(view, "bytes 300000true");
		int handler = (int) on(() -> view.getEngine()
			.executeScript("__TAURI_INTERNALS__.transformCallback((event) => { document.title = event.payload })"));
		page.outbound().listenerAdded("\"news\"", 7, handler);
		page.outbound().event("\"news\",[7],", "\"by event\"");
		awaitTitle(view, "by event");
		webview.eval("document.title = 'by script'");
		awaitTitle(view, "by script");
		// row 50
		on(() -> view.getEngine()
			.executeScript("console.error = (text) => { document.title = text.split(':')[0] }; ipc.postMessage('{}')"));
		awaitTitle(view, "invalid IPC message");
		awaitLoaded(view);
		webview.reload();
		awaitTitle(view, "Hello, World! late 3,2,1");
		assertThat(page.isOpen()).isFalse();
		assertThat(webview.page()).isNotNull();
	}

	@Test
	void showsEachWebviewOfAWindowInATabOfItsOwn() throws Exception {
		Webview side = runtime.windows().get(0).addWebview(WebviewOptions.of("side").at(0, 0, 100, 100));
		try {
			WebView view = on(BrowserPageTests::view);
			on(() -> {
				view.getEngine().load(runtime.newLink(Label.of("side")));
				return true;
			});
			awaitTitle(view, "Hello, World! late 3,2,1");
			assertThat(
					on(() -> view.getEngine()
						.executeScript("[__TAURI_INTERNALS__.metadata.currentWindow.label,"
								+ " __TAURI_INTERNALS__.metadata.currentWebview.label].join()")))
				.isEqualTo("main,side");
			side.eval("localStorage.setItem('a', 1); sessionStorage.setItem('b', 2); window.print = () => {"
					+ " document.title = localStorage.length + ' ' + sessionStorage.getItem('b'); }");
			side.print();
			awaitTitle(view, "1 2");
			side.clearAllBrowsingData();
			side.print();
			awaitTitle(view, "0 null");
			awaitLoaded(view);
			side.reload();
			awaitTitle(view, "Hello, World! late 3,2,1");
		}
		finally {
			side.close();
		}
	}

	@Test
	void leavesTabThatHasNoWindowWithoutGlobals() throws Exception {
		WebView view = on(BrowserPageTests::view);
		on(() -> {
			view.getEngine().load(runtime.newLink(Label.of("main")));
			return true;
		});
		awaitTitle(view, "Hello, World! late 3,2,1");
		awaitLoaded(view);
		on(() -> view.getEngine().executeScript("sessionStorage.clear(); location.reload()"));
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(on(() -> view.getEngine()
				.executeScript("[document.title, 'isTauri' in window, '__TAURI_INTERNALS__' in window].join()")))
				.isEqualTo("start,false,false"));
	}

	// The engine's own place for what pages store belongs to one process at a time: where
	// another has it, there is no localStorage.
	private static WebView view() {
		WebView view = new WebView();
		view.getEngine().setUserDataDirectory(userData);
		return view;
	}

	// The engine may drop a reload of a document that it still loads.
	private static void awaitLoaded(WebView view) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> "complete".equals(on(() -> view.getEngine().executeScript("document.readyState"))));
	}

	private static void awaitTitle(WebView view, String title) throws Exception {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(on(() -> view.getEngine().getTitle())).isEqualTo(title));
	}

	private static <T> T on(Callable<T> work) throws Exception {
		CompletableFuture<T> result = new CompletableFuture<>();
		Platform.runLater(() -> {
			try {
				result.complete(work.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		return result.get(60, TimeUnit.SECONDS);
	}

}
