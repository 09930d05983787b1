package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.window.Color;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What windows are besides, and what they look like.
 */
abstract class WindowStateKit extends RuntimeKit {

	WindowStateKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	@Test
	void stateChanges() {
		Window window = runtime().create(WindowOptions.of("main"));
		window.maximize();
		eventually("maximized").until(window::isMaximized);
		window.unmaximize();
		eventually("not maximized").until(() -> !window.isMaximized());
		window.setFullscreen(true);
		eventually("full screen").until(window::isFullscreen);
		window.setFullscreen(false);
		eventually("no full screen").until(() -> !window.isFullscreen());
		window.minimize();
		eventually("minimized").until(window::isMinimized);
		window.unminimize();
		eventually("not minimized").until(() -> !window.isMinimized());
		window.setResizable(false);
		window.setAlwaysOnTop(true);
		eventually("flags").until(() -> !window.isResizable() && window.isAlwaysOnTop());
	}

	@Test
	void focusIsOnOneWindow() {
		Recorder told = record();
		Window first = runtime().create(WindowOptions.of("main"));
		eventually("focus on the first").until(first::isFocused);
		Window second = runtime().create(WindowOptions.of("second"));
		eventually("focus on the second").until(() -> second.isFocused() && !first.isFocused());
		first.focus();
		eventually("focus on the first again").until(() -> first.isFocused() && !second.isFocused());
		first.minimize();
		eventually("no focus on what is minimized").until(() -> !first.isFocused());
		eventually("the events")
			.untilAsserted(() -> assertThat(told.events).filteredOn((event) -> event.startsWith("focused"))
				.startsWith("focused main true", "focused main false", "focused second true", "focused second false",
						"focused main true", "focused main false"));
	}

	@Test
	void flagsThatEveryRuntimeHasChange() {
		Window window = runtime().create(WindowOptions.of("main"));
		for (WindowFlag flag : WindowFlag.values()) {
			assertThat(window.is(flag)).as(flag.name()).isEqualTo(flag.isInitially());
			window.set(flag, flag.isInitially());
		}
		for (WindowFlag flag : List.of(WindowFlag.ENABLED, WindowFlag.CLOSABLE, WindowFlag.CURSOR_VISIBLE)) {
			window.set(flag, !flag.isInitially());
			assertThat(window.is(flag)).as(flag.name()).isEqualTo(!flag.isInitially());
			window.set(flag, flag.isInitially());
			assertThat(window.is(flag)).as(flag.name()).isEqualTo(flag.isInitially());
		}
	}

	@Test
	void decorationsComeAndGo() {
		Window window = runtime().create(WindowOptions.of("main").withSize(400, 300));
		Webview webview = window.webviews().get(0);
		Page page = page(webview);
		window.setTitle("Kept");
		window.setPosition(20, 30);
		PhysicalSize size = window.innerSize();
		assertThat(window.isDecorated()).isTrue();
		window.set(WindowFlag.DECORATIONS, false);
		assertThat(window.isDecorated()).isFalse();
		window.set(WindowFlag.DECORATIONS, true);
		assertThat(window.isDecorated()).isTrue();
		assertThat(window.isVisible()).isTrue();
		assertThat(window.title()).isEqualTo("Kept");
		eventually("the size it had").untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(size));
		assertThat(page.isOpen()).as("the page lives on").isTrue();
		assertThat(runtime().windows()).containsExactly(window);
		assertThat(lastWindowClosed()).hasValue(0);
	}

	@Test
	void whatNobodyAsksForIsNotRefused() {
		Window window = runtime().create(WindowOptions.of("main"));
		window.show(new WindowHint.BadgeCount(null));
		window.show(new WindowHint.BadgeLabel(null));
		window.show(new WindowHint.OverlayIcon(null));
		window.show(new WindowHint.Progress("none", null));
		window.show(new WindowHint.Attention(null));
		window.show(new WindowHint.Effects(List.of()));
		window.show(new WindowHint.TitleBarStyle("visible"));
		window.setTheme(null);
		window.setTheme(window.theme());
		window.setIcon(new WindowIcon(new byte[] { 1, 2, 3, 4 }, 1, 1));
		window.setBackgroundColor(new Color(1, 2, 3, 255));
		window.setBackgroundColor(null);
		window.setCursorIcon(CursorIcon.WAIT);
		window.startDragging();
		window.startResizeDragging(ResizeDirection.SOUTH_EAST);
		assertThat(window.isVisible()).isTrue();
	}

}
