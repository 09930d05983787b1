package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Several webviews in one window.
 */
abstract class WebviewKit extends RuntimeKit {

	WebviewKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	private Window main() {
		return runtime().create(WindowOptions.of("main").withSize(400, 300));
	}

	private Window bare(String label) {
		return runtime()
			.create(WindowOptions.of(label).withSize(400, 300).withTraits(WindowTraits.DEFAULT.withWebview(false)));
	}

	private static WebviewOptions side() {
		return WebviewOptions.of("side").at(300, 50, 100, 200);
	}

	private static PhysicalPosition position(Window window, double x, double y) {
		double scale = window.scaleFactor();
		return PhysicalPosition.of(x, y, scale);
	}

	private static PhysicalSize size(Window window, double width, double height) {
		double scale = window.scaleFactor();
		return PhysicalSize.of(width, height, scale);
	}

	// row 118
	@Test
	void windowTakesSeveralWebviews() {
		Recorder told = record();
		Window window = main();
		Webview side = window.addWebview(side());
		assertThat(side.label()).isEqualTo(Label.of("side"));
		assertThat(side.window()).isSameAs(window);
		assertThat(side.isWebviewWindow()).isFalse();
		assertThat(window.webviews()).extracting((webview) -> webview.label().value()).containsExactly("main", "side");
		assertThat(runtime().webviews()).containsExactlyElementsOf(window.webviews());
		assertThat(runtime().findWebview(Label.of("side"))).isSameAs(side);
		assertThat(runtime().findWebview(Label.of("main"))).isSameAs(window.webviews().get(0));
		assertThat(runtime().findWebview(Label.of("nobody"))).isNull();
		assertThat(runtime().find(Label.of("side"))).isNull();
		eventually("the event").untilAsserted(() -> assertThat(told.events).contains("webview side"));
	}

	// row 102
	@Test
	void labelOfAWebviewIsTakenOnce() {
		Window window = main();
		window.addWebview(side());
		Window other = bare("other");
		for (String label : List.of("main", "side")) {
			assertThatIllegalStateException().isThrownBy(() -> other.addWebview(WebviewOptions.of(label)))
				.withMessage("a webview with label `" + label + "` already exists");
		}
		assertThatIllegalStateException().isThrownBy(() -> runtime().create(WindowOptions.of("side")))
			.withMessage("a webview with label `side` already exists");
		assertThat(runtime().windows()).containsExactly(window, other);
		assertThat(bare("side").label()).isEqualTo(Label.of("side"));
	}

	@Test
	void windowThatIsGoneTakesNoWebview() {
		Window window = main();
		window.destroy();
		eventually("the window to go").until(() -> runtime().windows().isEmpty());
		assertThatIllegalStateException().isThrownBy(() -> window.addWebview(side()));
		assertThat(runtime().webviews()).isEmpty();
	}

	@Test
	void firstWebviewFillsItsWindow() {
		Window window = main();
		Webview webview = window.webviews().get(0);
		assertThat(webview.isWebviewWindow()).isTrue();
		assertThat(webview.isAutoResize()).isTrue();
		eventually("all of the window").untilAsserted(() -> {
			assertThat(webview.position()).isEqualTo(new PhysicalPosition(0, 0));
			assertThat(webview.size()).isEqualTo(window.innerSize());
		});
		window.setSize(320, 200);
		eventually("all of the smaller window")
			.untilAsserted(() -> assertThat(webview.size()).isEqualTo(size(window, 320, 200)));
	}

	@Test
	void webviewMovesWithinItsWindow() {
		Window window = main();
		Webview side = window.addWebview(side());
		assertThat(side.position()).isEqualTo(position(window, 300, 50));
		assertThat(side.size()).isEqualTo(size(window, 100, 200));
		side.setPosition(10, -20);
		side.setSize(50, 60);
		assertThat(side.position()).isEqualTo(position(window, 10, -20));
		assertThat(side.size()).isEqualTo(size(window, 50, 60));
		assertThatIllegalArgumentException().isThrownBy(() -> side.setSize(-1, 10));
	}

	@Test
	void webviewKeepsItsSizeOrItsShare() {
		Window window = main();
		Webview side = window.addWebview(side());
		assertThat(side.isAutoResize()).isFalse();
		window.setSize(600, 400);
		eventually("a larger window")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(size(window, 600, 400)));
		assertThat(side.size()).isEqualTo(size(window, 100, 200));
		side.setPosition(300, 100);
		side.setSize(150, 200);
		side.setAutoResize(true);
		assertThat(side.isAutoResize()).isTrue();
		assertThat(side.size()).isEqualTo(size(window, 150, 200));
		window.setSize(400, 200);
		eventually("its share of a smaller one").untilAsserted(() -> {
			assertThat(side.position()).isEqualTo(position(window, 200, 50));
			assertThat(side.size()).isEqualTo(size(window, 100, 100));
		});
		side.setAutoResize(false);
		window.setSize(600, 400);
		eventually("a larger window again")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(size(window, 600, 400)));
		assertThat(side.position()).isEqualTo(position(window, 200, 50));
		assertThat(side.size()).isEqualTo(size(window, 100, 100));
	}

	@Test
	void shareCanBeAskedForAtOnce() {
		Window window = main();
		Webview side = window.addWebview(side().withAutoResize(true));
		window.setSize(800, 600);
		eventually("its share of a larger window").untilAsserted(() -> {
			assertThat(side.position()).isEqualTo(position(window, 600, 100));
			assertThat(side.size()).isEqualTo(size(window, 200, 400));
		});
	}

	@Test
	void webviewHidesAndZooms() {
		Window window = main();
		Webview side = window.addWebview(side());
		side.hide();
		assertThat(side.isVisible()).isFalse();
		assertThat(window.webviews().get(0).isVisible()).isTrue();
		side.show();
		assertThat(side.isVisible()).isTrue();
		assertThat(side.zoom()).isEqualTo(1);
		side.setZoom(1.5);
		assertThat(side.zoom()).isEqualTo(1.5);
		assertThat(window.webviews().get(0).zoom()).isEqualTo(1);
		assertThatIllegalArgumentException().isThrownBy(() -> side.setZoom(0));
		side.setBackgroundColor(new Color(1, 2, 3, 255));
		side.setBackgroundColor(null);
		assertThat(side.isVisible()).isTrue();
	}

	@Test
	void keyboardIsOneWebviews() {
		Window window = main();
		eventually("focus on the window").until(window::isFocused);
		Webview first = window.webviews().get(0);
		eventually("the keyboard of the first").until(first::isFocused);
		Webview quiet = window.addWebview(WebviewOptions.of("quiet").at(0, 0, 10, 10).withFocus(false));
		assertThat(quiet.isFocused()).isFalse();
		Webview side = window.addWebview(side());
		eventually("the keyboard of the new one").until(() -> side.isFocused() && !first.isFocused());
		first.focus();
		eventually("the keyboard of the first again").until(() -> first.isFocused() && !side.isFocused());
		Window second = runtime().create(WindowOptions.of("second"));
		eventually("focus on the other window").until(() -> second.isFocused() && !first.isFocused());
	}

	@Test
	void eachWebviewHasAPageOfItsOwn() {
		Window window = main();
		Page main = page(window.webviews().get(0));
		Page side = page(window.addWebview(side()));
		assertThat(side).isNotSameAs(main);
		assertThat(side.webview().label()).isEqualTo(Label.of("side"));
		assertThat(side.key().matches(main.key().reveal())).isFalse();
		assertThat(side.outbound()).isNotSameAs(main.outbound());
		side.webview().reload();
		eventually("the page to end").until(() -> !side.isOpen());
		assertThat(main.isOpen()).isTrue();
	}

	@Test
	void closedWebviewIsGoneAndItsWindowStays() {
		Window window = main();
		Page main = page(window.webviews().get(0));
		Webview side = window.addWebview(side());
		Page page = page(side);
		side.close();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(side.page()).isNull();
		assertThat(window.webviews()).containsExactly(main.webview());
		assertThat(runtime().findWebview(Label.of("side"))).isNull();
		assertThat(main.isOpen()).isTrue();
		side.close();
		side.navigate("other.html");
		side.reload();
		side.focus();
		side.reparent(bare("other"));
		assertThat(runtime().webviews()).containsExactly(main.webview());
		assertThat(page(window.addWebview(side())).isOpen()).isTrue();
		main.webview().close();
		eventually("the first page to end").until(() -> !main.isOpen());
		assertThat(window.webviews()).hasSize(1);
		assertThat(window.isVisible()).isTrue();
		assertThat(lastWindowClosed()).hasValue(0);
	}

	@Test
	void webviewsCloseWithTheirWindow() {
		Window window = main();
		Page main = page(window.webviews().get(0));
		Page side = page(window.addWebview(side()));
		window.destroy();
		eventually("the pages to end").until(() -> !main.isOpen() && !side.isOpen());
		eventually("the window to go").until(() -> runtime().windows().isEmpty());
		assertThat(runtime().webviews()).isEmpty();
	}

	@Test
	void webviewMovesToAnotherWindow() {
		Window window = main();
		Webview side = window.addWebview(side());
		Page page = page(side);
		Window other = runtime().create(WindowOptions.of("other").withSize(600, 400));
		side.reparent(other);
		side.reparent(other);
		assertThat(side.window()).isSameAs(other);
		assertThat(window.webviews()).hasSize(1).doesNotContain(side);
		assertThat(other.webviews()).hasSize(2).endsWith(side);
		assertThat(side.position()).isEqualTo(position(other, 300, 50));
		assertThat(side.size()).isEqualTo(size(other, 100, 200));
		assertThat(page.isOpen()).as("the page lives on").isTrue();
		window.destroy();
		eventually("the first window to go").until(() -> runtime().windows().size() == 1);
		assertThat(page.isOpen()).as("the page is not of the first window").isTrue();
		other.destroy();
		eventually("the page to end").until(() -> !page.isOpen());
	}

	@Test
	void webviewWindowStaysOne() {
		Window window = main();
		Window other = bare("other");
		assertThatIllegalStateException().isThrownBy(() -> window.webviews().get(0).reparent(other))
			.withMessage("cannot reparent when using a WebviewWindow");
		assertThat(window.webviews()).hasSize(1);
		Webview side = window.addWebview(side());
		other.destroy();
		eventually("the other window to go").until(() -> runtime().windows().size() == 1);
		assertThatIllegalStateException().isThrownBy(() -> side.reparent(other));
		assertThat(side.window()).isSameAs(window);
	}

}
