package dev.tauriboot.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What every {@link DesktopRuntime} must do alike. The tests of a runtime extend this
 * class.
 *
 * @since 0.1.0
 */
public abstract class DesktopRuntimeCompatibilityKit {

	private final AtomicInteger lastWindowClosed = new AtomicInteger();

	private DesktopRuntime runtime;

	/**
	 * A kit. Each test makes runtimes of its own.
	 */
	protected DesktopRuntimeCompatibilityKit() {
		this.runtime = createRuntime(this.lastWindowClosed::incrementAndGet);
	}

	/**
	 * Create a runtime that is not started. Its windows must get a document at
	 * {@code index.html} and at {@code other.html} that connects.
	 * @param lastWindowClosed what the runtime is to call when its last window has closed
	 * @return the runtime
	 */
	protected abstract DesktopRuntime createRuntime(Runnable lastWindowClosed);

	/**
	 * Let the webview's current document connect, where documents do not do so by
	 * themselves. The default does nothing.
	 * @param webview the webview
	 */
	protected void connect(Webview webview) {
	}

	@BeforeEach
	void start() {
		this.runtime.start();
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	@Test
	void createdWindowCanBeFound() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.label()).isEqualTo(Label.of("main"));
		assertThat(this.runtime.find(Label.of("main"))).isSameAs(window);
		assertThat(this.runtime.find(Label.of("other"))).isNull();
	}

	@Test
	void windowHasOneWebviewOfItsLabel() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.webviews()).singleElement().satisfies((webview) -> {
			assertThat(webview.label()).isEqualTo(Label.of("main"));
			assertThat(webview.window()).isSameAs(window);
		});
	}

	@Test
	void labelIsTakenOnce() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThatIllegalStateException().isThrownBy(() -> this.runtime.create(WindowOptions.of("main")))
			.withMessage("a window with label `main` already exists");
		assertThat(this.runtime.windows()).containsExactly(window);
	}

	@Test
	void windowsComeInTheOrderOfTheirCreation() {
		for (String label : List.of("main", "b", "a", "c")) {
			this.runtime.create(WindowOptions.of(label));
		}
		assertThat(this.runtime.windows()).extracting((window) -> window.label().value())
			.containsExactly("main", "b", "a", "c");
	}

	@Test
	void titleCanBeChanged() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.title()).isEqualTo("Tauri App");
		window.setTitle("Notes – \"new\"");
		eventually("title").untilAsserted(() -> assertThat(window.title()).isEqualTo("Notes – \"new\""));
	}

	@Test
	void closedWindowIsGoneAndItsLabelFree() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		Window second = this.runtime.create(WindowOptions.of("second"));
		window.close();
		eventually("window to go").until(() -> this.runtime.find(Label.of("main")) == null);
		assertThat(this.runtime.windows()).containsExactly(second);
		assertThat(this.lastWindowClosed).hasValue(0);
		Window again = this.runtime.create(WindowOptions.of("main"));
		assertThat(this.runtime.windows()).containsExactly(second, again);
	}

	@Test
	void lastWindowToCloseIsReportedOnce() {
		Window first = this.runtime.create(WindowOptions.of("main"));
		Window second = this.runtime.create(WindowOptions.of("second"));
		first.destroy();
		second.destroy();
		eventually("report").until(() -> this.lastWindowClosed.get() > 0);
		first.destroy();
		second.close();
		onMainThread(() -> {
		});
		assertThat(this.lastWindowClosed).hasValue(1);
	}

	@Test
	void mainThreadRunsWorkInOrder() {
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		AtomicBoolean elsewhere = new AtomicBoolean();
		for (int i = 0; i < 100; i++) {
			int number = i;
			this.runtime.mainThread().execute(() -> {
				order.add(number);
				elsewhere.compareAndSet(false, !this.runtime.mainThread().isCurrent());
			});
		}
		onMainThread(() -> {
		});
		assertThat(order).hasSize(100).isSorted();
		assertThat(elsewhere).isFalse();
		assertThat(this.runtime.mainThread().isCurrent()).isFalse();
	}

	@Test
	void mainThreadRunsItsOwnWorkAtOnce() {
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		onMainThread(() -> {
			this.runtime.mainThread().execute(() -> order.add("inner"));
			order.add("outer");
		});
		assertThat(order).containsExactly("inner", "outer");
	}

	@Test
	void windowsCanBeMadeOnTheMainThread() {
		onMainThread(() -> this.runtime.create(WindowOptions.of("main")).setTitle("Made there"));
		Window window = this.runtime.find(Label.of("main"));
		assertThat(window).isNotNull().extracting(Window::title).isEqualTo("Made there");
	}

	@Test
	void documentConnects() {
		Webview webview = webview("main");
		Page page = page(webview);
		assertThat(page.isOpen()).isTrue();
		assertThat(page.webview()).isSameAs(webview);
		assertThat(page.origin().host()).isNotEmpty();
	}

	@Test
	void pagesOfTwoWindowsHaveKeysOfTheirOwn() {
		Page first = page(webview("main"));
		Page second = page(webview("second"));
		assertThat(first.key().matches(second.key().reveal())).isFalse();
		assertThat(first.key().matches(first.key().reveal())).isTrue();
	}

	@Test
	void reloadEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		AtomicInteger closed = new AtomicInteger();
		page.onClose(closed::incrementAndGet);
		webview.reload();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(closed).hasValue(1);
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		assertThat(next.key().matches(page.key().reveal())).isFalse();
	}

	@Test
	void navigationEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.navigate("other.html");
		eventually("the page to end").until(() -> !page.isOpen());
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		eventually("the address to change").untilAsserted(() -> assertThat(webview.url()).endsWith("other.html"));
	}

	@Test
	void queueOfAPageThatEndedTakesNothing() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.reload();
		eventually("the page to end").until(() -> !page.isOpen());
		page.outbound().channelEnd(1, 0);
		assertThat(page.outbound().drain()).isNull();
	}

	@Test
	void closingAWindowEndsItsPage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.window().destroy();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(webview.page()).isNull();
	}

	@Test
	void stopClosesAllWindowsAndMayBeCalledTwice() {
		Page page = page(webview("main"));
		this.runtime.create(WindowOptions.of("second"));
		this.runtime.stop();
		this.runtime.stop();
		eventually("the windows to go").until(() -> this.runtime.windows().isEmpty());
		eventually("the page to end").until(() -> !page.isOpen());
	}

	@Test
	void anotherRuntimeStartsInTheSameJvm() {
		page(webview("main"));
		this.runtime.stop();
		eventually("the windows to go").until(() -> this.runtime.windows().isEmpty());
		this.runtime = createRuntime(this.lastWindowClosed::incrementAndGet);
		this.runtime.start();
		assertThat(page(webview("main")).isOpen()).isTrue();
	}

	@Test
	void twoRuntimesLiveSideBySide() {
		DesktopRuntime second = createRuntime(() -> {
		});
		second.start();
		try {
			Page page = page(webview("main"));
			Page other = page(second.create(WindowOptions.of("main")).webviews().get(0));
			assertThat(page.isOpen()).isTrue();
			assertThat(other.isOpen()).isTrue();
			assertThat(other.webview()).isNotSameAs(page.webview());
		}
		finally {
			second.stop();
		}
	}

	// row 119
	@Test
	void monitorsHaveWorkAreas() {
		Screens screens = this.runtime.screens();
		Monitor primary = screens.primary();
		assertThat(primary).isNotNull();
		assertThat(screens.monitors()).contains(primary);
		assertThat(screens.at(primary.position().x(), primary.position().y())).isEqualTo(primary);
		assertThat(screens.at(-1e6, -1e6)).isNull();
		assertThat(primary.scaleFactor()).isPositive();
		assertThat(primary.workArea().size().width()).isPositive().isLessThanOrEqualTo(primary.size().width());
		assertThat(primary.workArea().size().height()).isPositive().isLessThanOrEqualTo(primary.size().height());
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.currentMonitor()).isEqualTo(primary);
		assertThat(window.scaleFactor()).isEqualTo(primary.scaleFactor());
	}

	@Test
	void pointerIsWhereItWasMovedTo() {
		Window window = this.runtime.create(WindowOptions.of("main").withDecorations(false));
		window.setPosition(40, 30);
		window.setCursorPosition(10, 20);
		double scale = window.scaleFactor();
		eventually("the pointer to move").untilAsserted(() -> assertThat(this.runtime.screens().pointer())
			.isEqualTo(new PointerPosition(50 * scale, 50 * scale)));
	}

	@Test
	void sizeAndPositionChange() {
		Recorder told = record();
		Window window = this.runtime.create(WindowOptions.of("main"));
		double scale = window.scaleFactor();
		PhysicalSize size = new PhysicalSize((int) Math.round(420 * scale), (int) Math.round(240 * scale));
		PhysicalPosition position = new PhysicalPosition((int) Math.round(30 * scale), (int) Math.round(40 * scale));
		window.setSize(420, 240);
		window.setPosition(30, 40);
		eventually("size and position").untilAsserted(() -> {
			assertThat(window.innerSize()).isEqualTo(size);
			assertThat(window.outerPosition()).isEqualTo(position);
			assertThat(told.events).contains("resized main " + size.width() + " " + size.height(),
					"moved main " + position.x() + " " + position.y());
		});
		assertThat(window.outerSize().width()).isGreaterThanOrEqualTo(size.width());
		assertThat(window.outerSize().height()).isGreaterThanOrEqualTo(size.height());
		assertThat(window.innerPosition().x()).isGreaterThanOrEqualTo(position.x());
		assertThat(window.innerPosition().y()).isGreaterThanOrEqualTo(position.y());
	}

	@Test
	void hiddenWindowHasSizeAndPosition() {
		Window window = this.runtime.create(WindowOptions.of("main").withSize(500, 400).withVisible(false));
		double scale = window.scaleFactor();
		assertThat(window.isVisible()).isFalse();
		assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(500 * scale), (int) Math.round(400 * scale)));
		window.setSize(320, 200);
		window.setPosition(7, 8);
		PhysicalSize size = new PhysicalSize((int) Math.round(320 * scale), (int) Math.round(200 * scale));
		assertThat(window.innerSize()).isEqualTo(size);
		window.show();
		eventually("the window to show").untilAsserted(() -> {
			assertThat(window.isVisible()).isTrue();
			assertThat(window.innerSize()).isEqualTo(size);
			assertThat(window.outerPosition())
				.isEqualTo(new PhysicalPosition((int) Math.round(7 * scale), (int) Math.round(8 * scale)));
		});
		window.hide();
		eventually("the window to hide").until(() -> !window.isVisible());
	}

	@Test
	void constraintsLimitTheSize() {
		Window window = this.runtime.create(WindowOptions.of("main").withSize(400, 300));
		double scale = window.scaleFactor();
		window.setSizeConstraints(new SizeConstraints(450d, null, null, 250d));
		assertThat(window.sizeConstraints()).isEqualTo(new SizeConstraints(450d, null, null, 250d));
		eventually("the size to fit").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(450 * scale), (int) Math.round(250 * scale))));
		window.setSize(200, 200);
		eventually("the least width").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(450 * scale), (int) Math.round(200 * scale))));
		window.setSizeConstraints(SizeConstraints.NONE);
		window.setSize(200, 260);
		eventually("any size").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(200 * scale), (int) Math.round(260 * scale))));
	}

	@Test
	void windowIsNoLargerThanItsScreenIfItMustNotOverflow() {
		WindowTraits traits = WindowTraits.DEFAULT.withPreventOverflow(new PhysicalSize(100, 50));
		Window window = this.runtime.create(WindowOptions.of("main").withSize(50_000, 50_000).withTraits(traits));
		Monitor monitor = this.runtime.screens().primary();
		assertThat(monitor).isNotNull();
		PhysicalSize area = monitor.workArea().size();
		eventually("the size to fit").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize(area.width() - 100, area.height() - 50)));
	}

	@Test
	void windowCanBeCentered() {
		Window window = this.runtime.create(WindowOptions.of("main").withSize(400, 300));
		window.setPosition(0, 0);
		window.center();
		Monitor monitor = window.currentMonitor();
		assertThat(monitor).isNotNull();
		Monitor.Area area = monitor.workArea();
		eventually("the window to be in the middle").untilAsserted(() -> {
			PhysicalPosition position = window.outerPosition();
			PhysicalSize size = window.outerSize();
			assertThat(position.x() * 2 + size.width()).isBetween(area.position().x() * 2 + area.size().width() - 3,
					area.position().x() * 2 + area.size().width() + 3);
			assertThat(position.y() * 2 + size.height()).isBetween(area.position().y() * 2 + area.size().height() - 3,
					area.position().y() * 2 + area.size().height() + 3);
		});
	}

	@Test
	void stateChanges() {
		Window window = this.runtime.create(WindowOptions.of("main"));
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
		Window first = this.runtime.create(WindowOptions.of("main"));
		eventually("focus on the first").until(first::isFocused);
		Window second = this.runtime.create(WindowOptions.of("second"));
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
	void fullScreenIsOnTheMonitorAskedFor() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		Monitor monitor = this.runtime.screens().primary();
		assertThat(monitor).isNotNull();
		PhysicalPosition position = monitor.position();
		window.setFullscreenOn(new PhysicalPosition(position.x() + 1, position.y() + 1));
		eventually("full screen").until(window::isFullscreen);
		assertThat(window.currentMonitor()).isEqualTo(monitor);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> window.setFullscreenOn(new PhysicalPosition(-1_000_000, -1_000_000)));
	}

	@Test
	void flagsThatEveryRuntimeHasChange() {
		Window window = this.runtime.create(WindowOptions.of("main"));
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
		Window window = this.runtime.create(WindowOptions.of("main").withSize(400, 300));
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
		assertThat(this.runtime.windows()).containsExactly(window);
		assertThat(this.lastWindowClosed).hasValue(0);
	}

	@Test
	void whatNobodyAsksForIsNotRefused() {
		Window window = this.runtime.create(WindowOptions.of("main"));
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

	@Test
	void childClosesWithItsParent() {
		Recorder told = record();
		Window parent = this.runtime.create(WindowOptions.of("main"));
		Window child = this.runtime
			.create(WindowOptions.of("child").withTraits(WindowTraits.DEFAULT.withParent(parent.label())));
		this.runtime.create(WindowOptions.of("other"));
		assertThat(child.isVisible()).isTrue();
		parent.set(WindowFlag.DECORATIONS, false);
		assertThat(parent.isDecorated()).isFalse();
		assertThat(child.isVisible()).as("the child stays when the parent changes its borders").isTrue();
		parent.destroy();
		eventually("both to go")
			.untilAsserted(() -> assertThat(told.events).contains("destroyed child", "destroyed main"));
		assertThat(this.runtime.windows()).extracting((window) -> window.label().value()).containsExactly("other");
	}

	@Test
	void parentMustBeThere() {
		WindowTraits traits = WindowTraits.DEFAULT.withParent(Label.of("nobody"));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.runtime.create(WindowOptions.of("main").withTraits(traits)))
			.withMessageContaining("`nobody`");
		assertThat(this.runtime.windows()).isEmpty();
	}

	@Test
	void windowNeedsNoWebview() {
		Recorder told = record();
		Window window = this.runtime
			.create(WindowOptions.of("bare").withTraits(WindowTraits.DEFAULT.withWebview(false)));
		assertThat(window.webviews()).isEmpty();
		assertThat(window.isVisible()).isTrue();
		assertThat(told.events).contains("window bare").doesNotContain("webview bare");
		window.close();
		eventually("the window to go").until(() -> this.runtime.windows().isEmpty());
	}

	@Test
	void listenersAreToldOfTheLifeOfAWindow() {
		Recorder told = record();
		Window window = this.runtime.create(WindowOptions.of("main"));
		told.stays = true;
		window.close();
		onMainThread(() -> {
		});
		assertThat(this.runtime.find(Label.of("main"))).as("a listener has kept it").isSameAs(window);
		told.stays = false;
		window.close();
		eventually("the window to go").until(() -> this.runtime.windows().isEmpty());
		eventually("the end").untilAsserted(() -> assertThat(told.events).filteredOn(
				(event) -> !event.startsWith("focused") && !event.startsWith("moved") && !event.startsWith("resized"))
			.containsExactly("window main", "webview main", "close main", "close main", "destroyed main"));
	}

	private Recorder record() {
		Recorder recorder = new Recorder();
		this.runtime.addListener(recorder);
		return recorder;
	}

	private Webview webview(String label) {
		return this.runtime.create(WindowOptions.of(label)).webviews().get(0);
	}

	private Page page(Webview webview) {
		connect(webview);
		Page page = eventually("a document to connect").until(webview::page, (connected) -> connected != null);
		assertThat(page).isNotNull();
		return page;
	}

	private void onMainThread(Runnable work) {
		CountDownLatch done = new CountDownLatch(1);
		this.runtime.mainThread().execute(() -> {
			try {
				work.run();
			}
			finally {
				done.countDown();
			}
		});
		try {
			assertThat(done.await(10, TimeUnit.SECONDS)).as("the main thread runs work").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for the main thread", ex);
		}
	}

	private static ConditionFactory eventually(String what) {
		return Awaitility.await(what)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.atMost(IpcTester.DEFAULT_LIMIT);
	}

	/**
	 * Remembers what it was told.
	 */
	private static final class Recorder implements WindowListener {

		private final List<String> events = new CopyOnWriteArrayList<>();

		private volatile boolean stays;

		@Override
		public void windowCreated(Label window) {
			this.events.add("window " + window);
		}

		@Override
		public void webviewCreated(Label webview) {
			this.events.add("webview " + webview);
		}

		@Override
		public void resized(Label window, int width, int height) {
			this.events.add("resized " + window + " " + width + " " + height);
		}

		@Override
		public void moved(Label window, int x, int y) {
			this.events.add("moved " + window + " " + x + " " + y);
		}

		@Override
		public void focused(Label window, boolean focused) {
			this.events.add("focused " + window + " " + focused);
		}

		@Override
		public boolean closeRequested(Label window) {
			this.events.add("close " + window);
			return this.stays;
		}

		@Override
		public void destroyed(Label window) {
			this.events.add("destroyed " + window);
		}

	}

}
