package dev.tauriboot.javafx;

import java.nio.file.Path;
import java.util.List;

import javafx.geometry.Rectangle2D;
import javafx.scene.web.WebView;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.tauriboot.javafx.FxTestApp.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

/**
 * Where windows are that pages open by themselves, and how large.
 */
class FxPopupTests {

	private static Path directory;

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open(@TempDir Path folder) {
		directory = folder;
		app = new FxTestApp((options) -> new FxRuntimeOptions(options.door(), options.pages(), options.mapper(),
				options.app(), options.protocols(), folder, options.lastWindowClosed())
			.withAllowed(List.of("http://tauri.localhost")), (runtime) -> {
				runtime.setMaxWindows(2);
				runtime.setMaxUndecidedPopups(2);
			});
		app.html.put("/popup", "<h1>popup</h1>");
		main = app.open("main");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	private static List<Window> popups() {
		Window own = main.window().stage();
		return fx(() -> Window.getWindows().stream().filter((window) -> window != own).toList());
	}

	private static Window popup(String script) {
		main.eval(script);
		return Awaitility.await()
			.atMost(FxTestApp.PATIENCE)
			.until(FxPopupTests::popups, (all) -> all.size() == 1)
			.get(0);
	}

	@AfterEach
	void closePopups() {
		popups().forEach((popup) -> fx(popup::hide));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			window.open('/popup', '', 'width=300,height=200')                        | 300 | 200
			window.open('/popup', '', 'innerWidth=400,popup')                        | 400 | 600
			window.open('/popup')                                                    | 800 | 600
			window.open('', '', 'width=300,height=200').location = '/popup'          | 300 | 200
			window.open('').location = '/popup'                                      | 800 | 600
			window.open('/popup', '', 'width=300,height=200').resizeTo(350, 250)     | 350 | 250
			window.open('/popup', '', 'width=1,height=-5')                           | 100 | 100
			""")
	void popupIsAsLargeAsThePageWants(String script, double width, double height) {
		Window popup = popup(script);
		Awaitility.await().atMost(FxTestApp.PATIENCE).untilAsserted(() -> {
			assertThat(fx(() -> popup.getScene().getWidth())).isCloseTo(width, offset(40.0));
			assertThat(fx(() -> popup.getScene().getHeight())).isCloseTo(height, offset(40.0));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			window.open('/popup', '', 'left=140,top=50')
			window.open('/popup', '', 'width=300,screenX=140,screenY=50')
			window.open('', '', 'left=140,top=50').location = '/popup'
			window.open('/popup').moveTo(140, 50)
			""")
	void popupIsWhereThePageWants(String script) {
		Window popup = popup(script);
		Awaitility.await().atMost(FxTestApp.PATIENCE).untilAsserted(() -> {
			assertThat(fx(popup::getX)).isCloseTo(140, offset(40.0));
			assertThat(fx(popup::getY)).isCloseTo(50, offset(40.0));
		});
	}

	@Test
	void popupSharesWhatThePageHasStored() {
		main.evaluate("localStorage.setItem('theme', 'dark')");
		Window popup = popup("window.open('/popup')");
		WebView view = (WebView) fx(() -> popup.getScene().getRoot());
		Awaitility.await()
			.atMost(FxTestApp.PATIENCE)
			.untilAsserted(() -> assertThat(fx(() -> view.getEngine()
				.executeScript("document.body?.textContent + ' ' + localStorage.getItem('theme')")))
				.isEqualTo("popup dark"));
		FxTestApp.awaitWritten(directory, "dark");
	}

	@Test
	void popupIsNoLargerThanTheScreenAndOnIt() {
		Window popup = popup("window.open('/popup', '', 'width=99999,height=99999,left=-5000,top=99999')");
		Rectangle2D screen = fx(() -> Screen.getPrimary().getBounds());
		assertThat(fx(() -> new Rectangle2D(popup.getX(), popup.getY(), popup.getWidth(), popup.getHeight())))
			.satisfies((bounds) -> assertThat(screen.contains(bounds)).as(bounds + " in " + screen).isTrue());
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void noMoreWindowsWithoutUrlAreKeptThanConfigured(CapturedOutput output) {
		FxWebview other = app.open("other");
		try {
			other.evaluate(
					"window.all = [open(''), open('')]; all.forEach((each) => { each.document.title = 'kept'; })");
			assertThat(other.evaluate("all.map((each) => each.document.title).join()")).isEqualTo("kept,kept");
			assertThat(output).doesNotContain("windows without a URL");
			other.evaluate("all.push(open(''), open('')); all[2].document.title = all[3].document.title = 'kept'");
			assertThat(output).containsOnlyOnce("Webview 'other' has opened more than 2 windows without a URL "
					+ "(tauri.webview.max-undecided-popups), the eldest is emptied");
			FxTestApp.await(other, "all.map((each) => each.document.title).join() === ',,kept,kept'");
		}
		finally {
			other.window().destroy();
			Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> app.runtime.windows().size() == 1);
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void noMoreWindowsOpenThanConfigured(CapturedOutput output) {
		popup("window.open('/popup')");
		assertThat(output).doesNotContain("too many windows");
		main.eval("window.open('/popup')");
		Awaitility.await()
			.atMost(FxTestApp.PATIENCE)
			.untilAsserted(() -> assertThat(output)
				.contains("Webview 'main' could not open a window: too many windows, the limit is 2"));
		assertThat(popups()).hasSize(1);
		closePopups();
		assertThat(popup("window.open('/popup')")).isNotNull();
	}

}
