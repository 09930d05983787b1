package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of windows, and who is told.
 */
abstract class WindowLifeKit extends RuntimeKit {

	WindowLifeKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	@Test
	void createdWindowCanBeFound() {
		Window window = runtime().create(WindowOptions.of("main"));
		assertThat(window.label()).isEqualTo(Label.of("main"));
		assertThat(runtime().find(Label.of("main"))).isSameAs(window);
		assertThat(runtime().find(Label.of("other"))).isNull();
	}

	@Test
	void windowHasOneWebviewOfItsLabel() {
		Window window = runtime().create(WindowOptions.of("main"));
		assertThat(window.webviews()).singleElement().satisfies((webview) -> {
			assertThat(webview.label()).isEqualTo(Label.of("main"));
			assertThat(webview.window()).isSameAs(window);
		});
	}

	@Test
	void labelIsTakenOnce() {
		Window window = runtime().create(WindowOptions.of("main"));
		assertThatIllegalStateException().isThrownBy(() -> runtime().create(WindowOptions.of("main")))
			.withMessage("a window with label `main` already exists");
		assertThat(runtime().windows()).containsExactly(window);
	}

	@Test
	void windowsComeInTheOrderOfTheirCreation() {
		for (String label : List.of("main", "b", "a", "c")) {
			runtime().create(WindowOptions.of(label));
		}
		assertThat(runtime().windows()).extracting((window) -> window.label().value())
			.containsExactly("main", "b", "a", "c");
	}

	@Test
	void titleCanBeChanged() {
		Window window = runtime().create(WindowOptions.of("main"));
		assertThat(window.title()).isEqualTo("Tauri App");
		window.setTitle("Notes – \"new\"");
		eventually("title").untilAsserted(() -> assertThat(window.title()).isEqualTo("Notes – \"new\""));
	}

	@Test
	void closedWindowIsGoneAndItsLabelFree() {
		Window window = runtime().create(WindowOptions.of("main"));
		Window second = runtime().create(WindowOptions.of("second"));
		window.close();
		eventually("window to go").until(() -> runtime().find(Label.of("main")) == null);
		assertThat(runtime().windows()).containsExactly(second);
		assertThat(lastWindowClosed()).hasValue(0);
		Window again = runtime().create(WindowOptions.of("main"));
		assertThat(runtime().windows()).containsExactly(second, again);
	}

	@Test
	void lastWindowToCloseIsReportedOnce() {
		Window first = runtime().create(WindowOptions.of("main"));
		Window second = runtime().create(WindowOptions.of("second"));
		first.destroy();
		second.destroy();
		eventually("report").until(() -> lastWindowClosed().get() > 0);
		first.destroy();
		second.close();
		onMainThread(() -> {
		});
		assertThat(lastWindowClosed()).hasValue(1);
	}

	@Test
	void childClosesWithItsParent() {
		Recorder told = record();
		Window parent = runtime().create(WindowOptions.of("main"));
		Window child = runtime()
			.create(WindowOptions.of("child").withTraits(WindowTraits.DEFAULT.withParent(parent.label())));
		runtime().create(WindowOptions.of("other"));
		assertThat(child.isVisible()).isTrue();
		parent.set(WindowFlag.DECORATIONS, false);
		assertThat(parent.isDecorated()).isFalse();
		assertThat(child.isVisible()).as("the child stays when the parent changes its borders").isTrue();
		parent.destroy();
		eventually("both to go")
			.untilAsserted(() -> assertThat(told.events).contains("destroyed child", "destroyed main"));
		assertThat(runtime().windows()).extracting((window) -> window.label().value()).containsExactly("other");
	}

	@Test
	void parentMustBeThere() {
		WindowTraits traits = WindowTraits.DEFAULT.withParent(Label.of("nobody"));
		assertThatIllegalStateException()
			.isThrownBy(() -> runtime().create(WindowOptions.of("main").withTraits(traits)))
			.withMessageContaining("`nobody`");
		assertThat(runtime().windows()).isEmpty();
	}

	@Test
	void windowNeedsNoWebview() {
		Recorder told = record();
		Window window = runtime().create(WindowOptions.of("bare").withTraits(WindowTraits.DEFAULT.withWebview(false)));
		assertThat(window.webviews()).isEmpty();
		assertThat(window.isVisible()).isTrue();
		assertThat(told.events).contains("window bare").doesNotContain("webview bare");
		window.close();
		eventually("the window to go").until(() -> runtime().windows().isEmpty());
	}

	@Test
	void listenersAreToldOfTheLifeOfAWindow() {
		Recorder told = record();
		Window window = runtime().create(WindowOptions.of("main"));
		told.stays = true;
		window.close();
		onMainThread(() -> {
		});
		assertThat(runtime().find(Label.of("main"))).as("a listener has kept it").isSameAs(window);
		told.stays = false;
		window.close();
		eventually("the window to go").until(() -> runtime().windows().isEmpty());
		eventually("the end").untilAsserted(() -> assertThat(told.events).filteredOn(
				(event) -> !event.startsWith("focused") && !event.startsWith("moved") && !event.startsWith("resized"))
			.containsExactly("window main", "webview main", "close main", "close main", "destroyed main"));
	}

	@Test
	void windowsCanBeMadeOnTheMainThread() {
		onMainThread(() -> runtime().create(WindowOptions.of("main")).setTitle("Made there"));
		Window window = runtime().find(Label.of("main"));
		assertThat(window).isNotNull().extracting(Window::title).isEqualTo("Made there");
	}

}
