package dev.tauriboot.test;

import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link DesktopRuntime} must tell alike of what its user does with windows
 * and files. The tests of a runtime that has a user extend this class.
 *
 * @since 0.1.0
 */
public abstract class DesktopUserCompatibilityKit {

	private final RuntimeKit.Recorder told = new RuntimeKit.Recorder();

	private final DesktopRuntime runtime;

	/**
	 * A kit. Each test makes a runtime of its own.
	 */
	protected DesktopUserCompatibilityKit() {
		this.runtime = createRuntime();
	}

	/**
	 * Create a runtime that is not started.
	 * @return the runtime
	 */
	protected abstract DesktopRuntime createRuntime();

	/**
	 * Close a window.
	 * @param window the window, whose title is its label
	 */
	protected abstract void close(Window window);

	/**
	 * Move a window.
	 * @param window the window, whose title is its label
	 * @param x its left edge in logical pixels
	 * @param y its upper edge in logical pixels
	 */
	protected abstract void move(Window window, int x, int y);

	/**
	 * Resize a window.
	 * @param window the window, whose title is its label
	 * @param width its outer width in logical pixels
	 * @param height its outer height in logical pixels
	 */
	protected abstract void resize(Window window, int width, int height);

	/**
	 * Go to a window.
	 * @param window the window, whose title is its label
	 */
	protected abstract void focus(Window window);

	/**
	 * Drag files to the point (10, 20) of a webview, on to (30, 40), and drop them there;
	 * then drag them to (10, 20) again and leave.
	 * @param webview the webview
	 * @param files the files
	 */
	protected abstract void dragAndDrop(Webview webview, List<Path> files);

	@BeforeEach
	void start() {
		this.runtime.addListener(this.told);
		this.runtime.start();
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	// row 100
	@Test
	void closedWindowGoesUnlessSomebodyKeepsIt() {
		Window window = window("main");
		this.told.stays = true;
		close(window);
		RuntimeKit.eventually("the question").until(() -> this.told.events.contains("close main"));
		assertThat(this.runtime.find(Label.of("main"))).isSameAs(window);
		this.told.stays = false;
		close(window);
		RuntimeKit.eventually("the window to go").until(() -> this.runtime.find(Label.of("main")) == null);
		RuntimeKit.eventually("the end").untilAsserted(() -> assertThat(this.told.events).endsWith("destroyed main"));
	}

	// row 99
	@Test
	void movedAndResizedWindowIsTold() {
		Window window = window("main");
		double scale = window.scaleFactor();
		PhysicalPosition position = PhysicalPosition.of(70, 80, scale);
		PhysicalSize size = PhysicalSize.of(444, 333, scale);
		move(window, 70, 80);
		resize(window, 444, 333);
		RuntimeKit.eventually("the events").untilAsserted(() -> {
			assertThat(window.outerPosition()).isEqualTo(position);
			assertThat(window.outerSize()).isEqualTo(size);
			PhysicalSize inner = window.innerSize();
			assertThat(this.told.events).contains("moved main " + position.x() + " " + position.y(),
					"resized main " + inner.width() + " " + inner.height());
		});
	}

	// row 99
	@Test
	void focusGoesWhereTheUserGoes() {
		Window first = window("main");
		Window second = window("second");
		RuntimeKit.eventually("focus on the second").until(second::isFocused);
		focus(first);
		RuntimeKit.eventually("focus on the first").until(() -> first.isFocused() && !second.isFocused());
		RuntimeKit.eventually("the events")
			.untilAsserted(() -> assertThat(this.told.events).contains("focused second false", "focused main true"));
	}

	// row 99
	@Test
	void draggedFilesAreTold() {
		Webview webview = window("dropped-on").webviews().get(0);
		Path one = Path.of("one.txt").toAbsolutePath();
		Path two = Path.of("two.txt").toAbsolutePath();
		dragAndDrop(webview, List.of(one, two));
		String files = List.of(one.toString(), two.toString()).toString();
		double scale = webview.window().scaleFactor();
		String first = 10 * scale + " " + 20 * scale;
		String second = 30 * scale + " " + 40 * scale;
		RuntimeKit.eventually("the events")
			.untilAsserted(() -> assertThat(this.told.drags).startsWith("entered " + files + first)
				.contains("over " + second)
				.endsWith("left"));
		assertThat(this.told.drags).containsSubsequence("entered " + files + first, "over " + second,
				"dropped " + files + second, "entered " + files + first, "left");
	}

	private Window window(String label) {
		Window window = this.runtime.create(WindowOptions.of(label));
		window.setTitle(label);
		RuntimeKit.eventually("the title").until(() -> label.equals(window.title()));
		RuntimeKit.eventually("the focus").until(window::isFocused);
		return window;
	}

}
