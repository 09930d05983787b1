package dev.tauriboot.javafx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.window.Color;
import dev.tauriboot.window.EngineOptions;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.scene.paint.Paint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static dev.tauriboot.javafx.FxTestApp.fx;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is seen of several WebViews in one window, and what their engines are told.
 */
class FxWebviewTests {

	private static FxTestApp app;

	@BeforeAll
	static void start() {
		app = new FxTestApp();
		app.html.put("/red", "<style>html { background: #f00 }</style>");
		app.html.put("/half", "<p style='position:fixed;inset:0 50% 0 0;margin:0;background:#0f0'></p>");
	}

	@AfterAll
	static void stop() {
		app.close();
	}

	@AfterEach
	void closeWindows() {
		app.closeWindows();
	}

	private static FxWindow red() {
		return app.open(WindowOptions.of("main").withUrl("/red").withSize(200, 100)).window();
	}

	private static void awaitColor(FxWindow window, double x, double y, String color) {
		Awaitility.await(color)
			.atMost(FxTestApp.PATIENCE)
			.untilAsserted(() -> assertThat(color(window, x, y)).isEqualTo(Paint.valueOf(color)));
	}

	private static Paint color(FxWindow window, double x, double y) {
		return fx(() -> window.content().snapshot(null, null).getPixelReader().getColor((int) x, (int) y));
	}

	@Test
	void laterWebviewIsAboveAtItsPlace() {
		FxWindow window = red();
		awaitColor(window, 150, 50, "#f00");
		Webview side = window.addWebview(WebviewOptions.of("side").withUrl("/").at(100, 0, 100, 100));
		awaitColor(window, 190, 90, "#fff");
		awaitColor(window, 50, 50, "#f00");
		side.setPosition(0, 0);
		awaitColor(window, 90, 90, "#fff");
		awaitColor(window, 190, 90, "#f00");
		side.hide();
		awaitColor(window, 90, 90, "#f00");
		side.show();
		awaitColor(window, 90, 90, "#fff");
		side.close();
		awaitColor(window, 90, 90, "#f00");
	}

	@Test
	void colourIsTheWebviewsOwnOrThatOfItsWindow() {
		FxWindow window = red();
		Webview side = window.addWebview(WebviewOptions.of("side").withUrl("/").at(100, 0, 100, 100));
		awaitColor(window, 190, 90, "#fff");
		side.setBackgroundColor(new Color(0, 255, 0, 255));
		awaitColor(window, 190, 90, "#0f0");
		side.setBackgroundColor(null);
		window.setBackgroundColor(new Color(0, 0, 255, 255));
		awaitColor(window, 190, 90, "#00f");
	}

	@Test
	void transparentWebviewLetsSeeWhatIsBelow() {
		FxWindow window = red();
		awaitColor(window, 190, 90, "#f00");
		window.addWebview(WebviewOptions.of("clear").withUrl("/half").at(100, 0, 100, 100).withTransparent(true));
		awaitColor(window, 120, 50, "#0f0");
		assertThat(color(window, 190, 90)).isEqualTo(Paint.valueOf("#f00"));
		window.addWebview(WebviewOptions.of("opaque").withUrl("/half").at(0, 0, 100, 100));
		awaitColor(window, 20, 50, "#0f0");
		assertThat(color(window, 90, 90)).isEqualTo(Paint.valueOf("#fff"));
	}

	@Test
	void engineHasTheNameItIsGiven() {
		List<String> names = new CopyOnWriteArrayList<>();
		app.handlers.put("/name", (exchange) -> {
			names.add(String.valueOf(exchange.getRequest().getHeaders().getFirst("User-Agent")));
			return exchange.getResponse().setComplete();
		});
		FxWebview webview = app.open(WindowOptions.of("main")
			.withTraits(WindowTraits.DEFAULT.withEngine(new EngineOptions("Notes/1", true))));
		assertThat(webview.evaluate("navigator.userAgent")).isEqualTo("Notes/1");
		FxTestApp.settle(webview, "fetch('/name').then(() => 1)");
		assertThat(names).containsExactly("Notes/1");
	}

	@Test
	void pageWithoutScriptsIsShownAndHasNoBridge() {
		app.html.put("/script", "<style>html { background: #f00 }</style>"
				+ "<script>document.documentElement.style.background = '#0f0'</script>");
		FxWindow window = red();
		FxWebview quiet = (FxWebview) window.addWebview(WebviewOptions.of("quiet")
			.withUrl("/script")
			.at(0, 0, 100, 100)
			.withEngine(new EngineOptions(null, false)));
		window.addWebview(WebviewOptions.of("loud").withUrl("/script").at(100, 0, 100, 100));
		awaitColor(window, 190, 90, "#0f0");
		FxTestApp.await(quiet, "document.readyState === 'complete' && location.pathname === '/script'");
		awaitColor(window, 90, 90, "#f00");
		assertThat(quiet.page()).isNull();
		assertThat(quiet.evaluate("'__TAURI_INTERNALS__' in window")).isEqualTo(false);
	}

}
