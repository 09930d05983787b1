package dev.tauriboot.javafx;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.runtime.LauncherIcon;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.UnsupportedWindowOperationException;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tauriboot.javafx.FxTestApp.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

/**
 * How windows look and what the user can do to them, on a real stage.
 */
class FxLookTests {

	private static final Map<WindowFlag, Boolean> POSSIBLE = Map.of(WindowFlag.ENABLED, true, WindowFlag.CLOSABLE, true,
			WindowFlag.CURSOR_VISIBLE, true, WindowFlag.DECORATIONS, true);

	private static FxTestApp app;

	@BeforeAll
	static void start() {
		app = new FxTestApp();
	}

	@AfterAll
	static void stop() {
		app.close();
	}

	@AfterEach
	void closeWindows() {
		app.closeWindows();
	}

	private static void until(Callable<Boolean> condition) {
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(condition);
	}

	private static FxWindow open(WindowOptions options) {
		return (FxWindow) app.open(options.withUrl("/")).window();
	}

	@ParameterizedTest
	@EnumSource(WindowFlag.class)
	void flagChangesOrIsRefused(WindowFlag flag) {
		FxWindow window = open(WindowOptions.of("main"));
		window.set(flag, flag.isInitially());
		if (POSSIBLE.containsKey(flag)) {
			window.set(flag, !flag.isInitially());
			assertThat(window.is(flag)).isEqualTo(!flag.isInitially());
			return;
		}
		assertThatExceptionOfType(UnsupportedWindowOperationException.class)
			.isThrownBy(() -> window.set(flag, !flag.isInitially()))
			.withMessageMatching("window\\." + flag.command() + " is not supported by JavaFX on (Linux|macOS|Windows)")
			.satisfies((ex) -> {
				assertThat(ex.command()).isEqualTo(flag.command());
				assertThat(ex.platform()).startsWith("JavaFX on ");
			});
		assertThat(window.is(flag)).isEqualTo(flag.isInitially());
	}

	@Test
	void hintsAndThemesAreRefused() {
		FxWindow window = open(WindowOptions.of("main"));
		assertThatExceptionOfType(UnsupportedWindowOperationException.class)
			.isThrownBy(() -> window.show(new WindowHint.BadgeCount(3L)))
			.withMessageStartingWith("window.set_badge_count is not supported");
		Theme other = (window.theme() == Theme.LIGHT) ? Theme.DARK : Theme.LIGHT;
		assertThatExceptionOfType(UnsupportedWindowOperationException.class).isThrownBy(() -> window.setTheme(other))
			.withMessageStartingWith("window.set_theme is not supported");
	}

	@Test
	void launcherShowsWhatItCan() {
		List<WindowHint> shown = new CopyOnWriteArrayList<>();
		LauncherIcon badges = (hint) -> hint instanceof WindowHint.BadgeCount && shown.add(hint);
		try (FxTestApp own = new FxTestApp((options) -> options, (runtime) -> runtime.setLauncherIcon(badges))) {
			FxWindow window = (FxWindow) own.open("main").window();
			window.show(new WindowHint.BadgeCount(3L));
			window.show(new WindowHint.BadgeCount(null));
			assertThat(shown).containsExactly(new WindowHint.BadgeCount(3L), new WindowHint.BadgeCount(null));
			assertThatExceptionOfType(UnsupportedWindowOperationException.class)
				.isThrownBy(() -> window.show(new WindowHint.Progress("normal", 3L)));
			window.show(new WindowHint.Progress("none", null));
		}
	}

	@Test
	void whatIsNotPossibleIsNotSoWhenAskedForAtFirst() {
		WindowTraits traits = WindowTraits.DEFAULT;
		for (WindowFlag flag : WindowFlag.values()) {
			traits = traits.with(flag, !flag.isInitially());
		}
		FxWindow window = open(WindowOptions.of("main").withTraits(traits));
		for (WindowFlag flag : WindowFlag.values()) {
			boolean possible = flag == WindowFlag.SKIP_TASKBAR
					|| (POSSIBLE.containsKey(flag) && flag != WindowFlag.DECORATIONS);
			assertThat(window.is(flag)).as(flag.name()).isEqualTo(possible ? !flag.isInitially() : flag.isInitially());
		}
		assertThat(fx(() -> window.stage().getStyle())).isEqualTo(StageStyle.UTILITY);
	}

	@Test
	void closeButtonDoesNothingWhereTheWindowIsNotClosable() {
		FxWindow window = open(WindowOptions.of("main"));
		window.set(WindowFlag.CLOSABLE, false);
		pressCloseButton(window.stage());
		assertThat(window.isVisible()).isTrue();
		window.set(WindowFlag.CLOSABLE, true);
		pressCloseButton(window.stage());
		until(() -> app.runtime.windows().isEmpty());
	}

	private static void pressCloseButton(Stage stage) {
		fx(() -> {
			stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
			return stage;
		});
	}

	@Test
	void transparentWindowHasNoBackgroundOfItsOwn() {
		FxWindow window = open(
				WindowOptions.of("main").withDecorations(false).withTraits(WindowTraits.DEFAULT.withTransparent(true)));
		assertThat(fx(() -> window.stage().getStyle())).isEqualTo(StageStyle.TRANSPARENT);
		assertThat(fx(() -> window.stage().getScene().getFill())).isEqualTo(javafx.scene.paint.Color.TRANSPARENT);
		assertThat(fx(() -> view(window).getPageFill())).isEqualTo(javafx.scene.paint.Color.TRANSPARENT);
		window.setBackgroundColor(new Color(1, 2, 3, 255));
		assertThat(fx(() -> window.stage().getScene().getFill())).isEqualTo(javafx.scene.paint.Color.rgb(1, 2, 3));
		assertThat(fx(() -> view(window).getPageFill())).isEqualTo(javafx.scene.paint.Color.TRANSPARENT);
		window.setBackgroundColor(null);
		assertThat(fx(() -> window.stage().getScene().getFill())).isEqualTo(javafx.scene.paint.Color.TRANSPARENT);
	}

	private static WebView view(FxWindow window) {
		return window.content().webviews().get(0).view();
	}

	@Test
	void windowThatIsNotEnabledTakesNoInput() {
		FxWindow window = open(WindowOptions.of("main"));
		window.set(WindowFlag.ENABLED, false);
		assertThat(fx(() -> view(window).isDisabled())).isTrue();
		pressCloseButton(window.stage());
		assertThat(app.runtime.windows()).hasSize(1);
		window.set(WindowFlag.ENABLED, true);
		assertThat(fx(() -> view(window).isDisabled())).isFalse();
	}

	@Test
	void windowKeepsTheSizeItOpensWithWhateverGtkMakesOfIt() {
		WindowOptions options = WindowOptions.of("main").withSize(400, 300).withDecorations(false);
		// At once, as it is asked again for a few seconds only.
		FxWindow window = fx(() -> {
			FxWindow opened = (FxWindow) app.runtime.create(options);
			opened.stage().setWidth(200);
			opened.stage().setHeight(200);
			return opened;
		});
		until(() -> fx(() -> window.stage().getWidth()) == 400);
		until(() -> window.innerSize().equals(new PhysicalSize(400, 300)));
		window.setSize(200, 200);
		until(() -> window.innerSize().equals(new PhysicalSize(200, 200)));
		assertThat(fx(() -> window.stage().getWidth())).as("asked for").isEqualTo(200);
	}

	@Test
	void fullScreenEndsWhenTheApplicationWants() {
		FxWindow window = open(WindowOptions.of("main"));
		FxWebview webview = window.content().webviews().get(0);
		webview.evaluate("window.onkeydown = (event) => { window.pressed = event.keyCode }; 1");
		window.setFullscreen(true);
		until(() -> window.isFullscreen() && window.isFocused());
		fx(() -> {
			new Robot().keyType(KeyCode.ESCAPE);
			return window;
		});
		FxTestApp.await(webview, "window.pressed === 27");
		assertThat(window.isFullscreen()).isTrue();
		window.setFullscreen(false);
		until(() -> !window.isFullscreen());
	}

	@Test
	void windowComesBackHoweverLateItIsMinimized() {
		FxWindow window = open(WindowOptions.of("main"));
		// At once, as it is brought back for a few seconds only.
		fx(() -> {
			window.minimize();
			window.unminimize();
			window.stage().setIconified(true);
			return window;
		});
		until(() -> !window.isMinimized());
		window.minimize();
		assertThat(window.isMinimized()).isTrue();
	}

	@Test
	void windowThatItsUserMinimizesStaysSo() {
		FxWindow window = open(WindowOptions.of("main"));
		window.unminimize();
		minimizeAsThePlatform(window);
		fx(() -> window);
		assertThat(window.isMinimized()).isTrue();
	}

	private static void minimizeAsThePlatform(FxWindow window) {
		fx(() -> {
			window.stage().setIconified(true);
			return window;
		});
	}

	@Test
	void iconHasItsPixels() {
		FxWindow window = open(WindowOptions.of("main"));
		window.setIcon(new WindowIcon(new byte[] { 10, 20, 30, (byte) 255, 40, 50, 60, 0 }, 2, 1));
		Image icon = fx(() -> window.stage().getIcons().get(0));
		assertThat(icon.getWidth()).isEqualTo(2);
		assertThat(icon.getPixelReader().getArgb(0, 0)).isEqualTo(0xff0a141e);
		assertThat(icon.getPixelReader().getArgb(1, 0) >>> 24).isZero();
		window.set(WindowFlag.DECORATIONS, false);
		assertThat(fx(() -> window.stage().getIcons())).containsExactly(icon);
	}

	@Test
	void pointerKeepsItsShapeWhileThePageMovesOn() {
		FxWindow window = open(WindowOptions.of("main"));
		window.setCursorIcon(CursorIcon.CROSSHAIR);
		assertThat(fx(() -> {
			view(window).setCursor(Cursor.TEXT);
			return view(window).getCursor();
		})).isEqualTo(Cursor.CROSSHAIR);
		window.set(WindowFlag.CURSOR_VISIBLE, false);
		assertThat(fx(() -> view(window).getCursor())).isEqualTo(Cursor.NONE);
		window.set(WindowFlag.CURSOR_VISIBLE, true);
		assertThat(fx(() -> view(window).getCursor())).isEqualTo(Cursor.CROSSHAIR);
		window.setCursorIcon(CursorIcon.DEFAULT);
		assertThat(fx(() -> {
			view(window).setCursor(Cursor.TEXT);
			return view(window).getCursor();
		})).isEqualTo(Cursor.TEXT);
	}

	@Test
	void everyShapeCanBeShown() {
		FxWindow window = open(WindowOptions.of("main"));
		for (CursorIcon icon : CursorIcon.values()) {
			window.setCursorIcon(icon);
			assertThat(fx(() -> view(window).getCursor())).as(icon.name()).isNotNull();
		}
	}

	@Test
	void keysZoomWhereTheyMay() {
		FxWindow window = open(WindowOptions.of("main").withTraits(WindowTraits.DEFAULT.withZoomHotkeys(true)));
		press(window, KeyCode.PLUS);
		press(window, KeyCode.EQUALS);
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(1.4, offset(1e-9));
		press(window, KeyCode.MINUS);
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(1.2, offset(1e-9));
		press(window, KeyCode.DIGIT0);
		for (int i = 0; i < 10; i++) {
			press(window, KeyCode.SUBTRACT);
		}
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(0.2, offset(1e-9));
		FxWindow other = open(WindowOptions.of("other"));
		press(other, KeyCode.PLUS);
		user(other).turnWheel(40, KeyCombination.SHORTCUT_DOWN);
		assertThat(fx(() -> view(other).getZoom())).isEqualTo(1);
	}

	@Test
	void wheelZoomsWithTheKeyAndScrollsWithout() {
		FxWindow window = open(WindowOptions.of("main").withTraits(WindowTraits.DEFAULT.withZoomHotkeys(true)));
		FxWebview webview = (FxWebview) window.webviews().get(0);
		webview.evaluate("window.turns = 0; addEventListener('wheel', () => { window.turns++; }); 1");
		user(window).turnWheel(40, KeyCombination.SHORTCUT_DOWN);
		user(window).turnWheel(10, KeyCombination.SHORTCUT_DOWN);
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(1.25, offset(1e-9));
		user(window).turnWheel(-80, KeyCombination.SHORTCUT_DOWN);
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(0.85, offset(1e-9));
		user(window).turnWheel(40);
		FxTestApp.await(webview, "window.turns === 1");
		assertThat(fx(() -> view(window).getZoom())).isCloseTo(0.85, offset(1e-9));
		press(window, KeyCode.PLUS);
		assertThat(fx(() -> view(window).getZoom())).as("a step of the keys").isEqualTo(1);
	}

	private static void press(FxWindow window, KeyCode code) {
		user(window).press(code, KeyCombination.SHORTCUT_DOWN);
	}

	private static FxTestUser user(FxWindow window) {
		return new FxTestUser((FxWebview) window.webviews().get(0));
	}

	@Test
	void windowFollowsThePointerWhileTheButtonIsDown() {
		FxWindow window = open(WindowOptions.of("main").withSize(400, 300).withDecorations(false));
		window.setPosition(100, 100);
		mouse(window, MouseEvent.MOUSE_PRESSED, 10, 10);
		mouse(window, MouseEvent.MOUSE_DRAGGED, 30, 40);
		assertThat(window.outerPosition()).as("nobody has asked").isEqualTo(new PhysicalPosition(100, 100));
		window.startDragging();
		mouse(window, MouseEvent.MOUSE_DRAGGED, 30, 40);
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(120, 130));
		mouse(window, MouseEvent.MOUSE_RELEASED, 30, 40);
		mouse(window, MouseEvent.MOUSE_DRAGGED, 50, 50);
		window.startDragging();
		mouse(window, MouseEvent.MOUSE_DRAGGED, 60, 60);
		assertThat(window.outerPosition()).as("the button is up").isEqualTo(new PhysicalPosition(120, 130));
	}

	@ParameterizedTest
	@CsvSource({ "EAST,100,100,420,300", "SOUTH_EAST,100,100,420,330", "WEST,120,100,380,300",
			"NORTH_WEST,120,130,380,270", "NORTH,100,130,400,270", "SOUTH,100,100,400,330",
			"NORTH_EAST,100,130,420,270", "SOUTH_WEST,120,100,380,330" })
	void edgeFollowsThePointer(ResizeDirection direction, int x, int y, int width, int height) {
		FxWindow window = open(WindowOptions.of("main").withSize(400, 300).withDecorations(false));
		window.setPosition(100, 100);
		mouse(window, MouseEvent.MOUSE_PRESSED, 10, 10);
		window.startResizeDragging(direction);
		mouse(window, MouseEvent.MOUSE_DRAGGED, 30, 40);
		awaitBounds(window, x, y, width, height);
	}

	@Test
	void edgeStopsAtTheConstraintsAndWhereTheUserCannotResize() {
		FxWindow window = open(WindowOptions.of("main").withSize(400, 300).withDecorations(false));
		window.setPosition(100, 100);
		window.setSizeConstraints(new SizeConstraints(390d, null, null, null));
		mouse(window, MouseEvent.MOUSE_PRESSED, 10, 10);
		window.startResizeDragging(ResizeDirection.WEST);
		mouse(window, MouseEvent.MOUSE_DRAGGED, 60, 10);
		awaitBounds(window, 110, 100, 390, 300);
		window.setResizable(false);
		mouse(window, MouseEvent.MOUSE_PRESSED, 10, 10);
		window.startResizeDragging(ResizeDirection.SOUTH);
		mouse(window, MouseEvent.MOUSE_DRAGGED, 10, 60);
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(390, 300));
	}

	private static void awaitBounds(FxWindow window, int x, int y, int width, int height) {
		Awaitility.await().atMost(FxTestApp.PATIENCE).untilAsserted(() -> {
			assertThat(window.innerSize()).isEqualTo(new PhysicalSize(width, height));
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(x, y));
		});
	}

	private static void mouse(FxWindow window, EventType<MouseEvent> type, double x, double y) {
		fx(() -> {
			boolean down = type != MouseEvent.MOUSE_RELEASED;
			Event.fireEvent(view(window), new MouseEvent(type, x, y, 1000 + x, 1000 + y, MouseButton.PRIMARY, 1, false,
					false, false, false, down, false, false, false, false, true, null));
			return type;
		});
	}

}
