package dev.tauriboot.docs;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

import dev.tauriboot.Label;
import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.test.FxUser;
import dev.tauriboot.test.WebviewTester;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.MenuBar;
import javafx.scene.robot.Robot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the pictures of windows that the documentation shows, from the screen. Not one of
 * the tests of a build, as it needs a desktop: {@code docs/images/README.md} has the
 * command.
 */
@SpringBootTest(classes = WindowPictures.Application.class,
		properties = { "tauri.runtime=javafx", "tauri.app.exit-jvm=false", "tauri.app.exit-on-last-window-closed=false",
				"tauri.app.windows[0].label=hidden", "tauri.app.windows[0].visible=false",
				"tauri.build.frontend-dist=classpath:/pictures" })
class WindowPictures {

	private static final Path FOLDER = Path.of("..", "docs", "images");

	private static final double LEFT = 60;

	private static final double TOP = 60;

	@Autowired
	private DesktopRuntime runtime;

	@Autowired
	private Menus menus;

	@AfterEach
	void close() {
		this.runtime.windows().forEach((window) -> {
			if (window.isVisible()) {
				window.destroy();
			}
		});
	}

	private Window open(String label, String url, String title, double x, double y, double width, double height) {
		Window window = this.runtime.create(WindowOptions.of(label)
			.withUrl(url)
			.withTitle(title)
			.withSize(width, height)
			.withTraits(
					label.equals("main") ? WindowTraits.DEFAULT : WindowTraits.DEFAULT.withParent(Label.of("main"))));
		window.setPosition(x, y);
		PhysicalSize size = new PhysicalSize((int) width, (int) height);
		Awaitility.await("the size")
			.during(Duration.ofSeconds(1))
			.atMost(Duration.ofSeconds(20))
			.until(() -> size.equals(window.innerSize()));
		return window;
	}

	private Window main() {
		return open("main", "index.html", "Notes", LEFT, TOP, 560, 380);
	}

	@Test
	void windows() throws Exception {
		main();
		open("preview", "preview.html", "Preview", LEFT + 180, TOP + 160, 340, 200);
		save("windows.png");
	}

	@Test
	void webviews() throws Exception {
		Window window = main();
		window.setSize(560, 400);
		Webview note = window.webviews().get(0);
		note.setAutoResize(false);
		note.setPosition(200, 0);
		note.setSize(360, 250);
		window.addWebview(WebviewOptions.of("list").withUrl("list.html").at(0, 0, 200, 400));
		window.addWebview(WebviewOptions.of("preview").withUrl("preview.html").at(200, 250, 360, 150));
		save("webviews.png");
	}

	@Test
	void menu() throws Exception {
		Window window = main();
		this.menus.setWindowMenu(window, bar());
		// A window that gets the focus closes what is open.
		Awaitility.await("the focus").during(Duration.ofSeconds(1)).until(window::isFocused);
		javafx.scene.control.Menu file = FxUser.onFxThread(() -> {
			MenuBar bar = (MenuBar) FxUser.stage("Notes").getScene().getRoot().lookup(".menu-bar");
			bar.getMenus().get(0).show();
			return bar.getMenus().get(0);
		});
		save("menu.png");
		assertThat(FxUser.onFxThread(file::isShowing)).isTrue();
	}

	@Test
	void contextMenu() throws Exception {
		Window window = main();
		Menu menu = new Menu();
		menu.append(new MenuItem("copy", "Copy link"), new MenuItem("open", "Open in a new window"),
				new PredefinedMenuItem(Type.SEPARATOR), new CheckMenuItem("star", "Starred", true));
		this.menus.popup(window, menu, new MenuPosition(120, 90, false));
		save("context-menu.png");
	}

	private static Menu bar() {
		MenuItem save = new MenuItem("save", "Save");
		save.setAccelerator(Accelerator.parse("CmdOrCtrl+S"));
		Submenu recent = new Submenu("Open recent");
		recent.append(new MenuItem("one", "Books to return"));
		Submenu file = new Submenu("&File");
		file.append(save, recent, new CheckMenuItem("autosave", "Save by itself", true),
				new PredefinedMenuItem(Type.SEPARATOR), new PredefinedMenuItem(Type.QUIT));
		Submenu edit = new Submenu("&Edit");
		edit.append(new PredefinedMenuItem(Type.COPY));
		Menu menu = new Menu();
		menu.append(file, edit);
		return menu;
	}

	private void save(String name) throws Exception {
		for (Webview webview : this.runtime.webviews()) {
			WebviewTester.of(this.runtime, webview.label().value()).awaitLoaded();
		}
		BufferedImage picture = Awaitility.await("a screen that does not change")
			.pollInterval(Duration.ofMillis(500))
			.atMost(Duration.ofSeconds(20))
			.until(new Settled(area()), (found) -> found != null);
		assertThat(ImageIO.write(picture, "png", file(name))).isTrue();
	}

	private Rectangle2D area() {
		double right = 0;
		double bottom = 0;
		for (Window window : this.runtime.windows()) {
			if (window.isVisible()) {
				PhysicalPosition position = window.outerPosition();
				PhysicalSize size = window.outerSize();
				right = Math.max(right, position.x() + size.width());
				bottom = Math.max(bottom, position.y() + size.height());
			}
		}
		return new Rectangle2D(LEFT, TOP, right - LEFT, bottom - TOP);
	}

	private static File file(String name) throws IOException {
		return Files.createDirectories(FOLDER).resolve(name).toFile();
	}

	/**
	 * A picture of the screen, once two are the same.
	 */
	private static final class Settled implements Callable<BufferedImage> {

		private final Rectangle2D area;

		private int[] before = {};

		Settled(Rectangle2D area) {
			this.area = area;
		}

		@Override
		public BufferedImage call() throws Exception {
			BufferedImage picture = SwingFXUtils
				.fromFXImage(FxUser.onFxThread(() -> new Robot().getScreenCapture(null, this.area)), null);
			int[] now = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
			boolean same = Arrays.equals(this.before, now);
			this.before = now;
			return same ? picture : null;
		}

	}

	/**
	 * An application of pages alone.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
