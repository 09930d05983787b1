package dev.tauriboot.javafx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.javafx.webkit.Accessor;
import dev.tauriboot.Label;
import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.robot.Robot;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * JavaFX menus: a bar above the content of a window, on macOS the one of the screen, and
 * context menus. To be used with the windows of a {@link FxRuntime}.
 *
 * @since 0.1.0
 */
public final class FxMenuHost implements MenuHost {

	private final FxMainThread mainThread = new FxMainThread();

	private final Map<Label, FxMenuBar> bars = new HashMap<>();

	private final Map<Label, FxMenuTree> popups = new HashMap<>();

	@Override
	public void setMenu(Window window, @Nullable Menu menu, ChosenListener chosen) {
		this.mainThread.call(() -> {
			FxMenuBar before = this.bars.remove(window.label());
			if (before != null) {
				before.remove();
			}
			if (menu != null) {
				FxMenuTree tree = new FxMenuTree(menu, (item) -> chosen.chosen(window, item));
				this.bars.put(window.label(), FxMenuBar.show(content(window), tree));
			}
			else {
				closePopup(window);
			}
			return null;
		});
	}

	@Override
	public void popup(Window window, MenuParent menu, @Nullable MenuPosition position, ChosenListener chosen) {
		this.mainThread.call(() -> {
			closePopup(window);
			Stage stage = stage(window);
			if (!stage.isShowing()) {
				return null;
			}
			FxMenuTree tree = new FxMenuTree(menu, (item) -> chosen.chosen(window, item));
			this.popups.put(window.label(), tree);
			ContextMenu context = tree.contextMenu();
			context.setAutoHide(true);
			context.setOnHidden((event) -> {
				tree.close();
				this.popups.remove(window.label(), tree);
			});
			Point2D point = (position != null) ? point(stage, content(window), position)
					: new Robot().getMousePosition();
			context.show(stage, point.getX(), point.getY());
			return null;
		});
	}

	private void closePopup(Window window) {
		FxMenuTree open = this.popups.remove(window.label());
		if (open != null) {
			open.contextMenu().hide();
			open.close();
		}
	}

	private static Point2D point(Stage stage, FxContent content, MenuPosition position) {
		double scaleX = position.physical() ? stage.getOutputScaleX() : 1;
		double scaleY = position.physical() ? stage.getOutputScaleY() : 1;
		Point2D corner = content.views().localToScreen(0, 0);
		return new Point2D(corner.getX() + position.x() / scaleX, corner.getY() + position.y() / scaleY);
	}

	@Override
	public void edit(Window window, PredefinedMenuItem.Type command) {
		this.mainThread.execute(() -> {
			WebView view = focusedView(window);
			if (view != null) {
				Accessor.getPageFor(view.getEngine()).executeCommand(command.wireName(), null);
			}
		});
	}

	private static @Nullable WebView focusedView(Window window) {
		if (stage(window).getScene().getFocusOwner() instanceof WebView focused) {
			return focused;
		}
		List<FxWebview> webviews = content(window).webviews();
		return webviews.isEmpty() ? null : webviews.get(0).view();
	}

	@Override
	public void showAbout(Window window, AboutMetadata about) {
		this.mainThread.execute(() -> FxAboutDialog.show(stage(window), about));
	}

	private static Stage stage(Window window) {
		return own(window).stage();
	}

	private static FxContent content(Window window) {
		return own(window).content();
	}

	private static FxWindow own(Window window) {
		Assert.isInstanceOf(FxWindow.class, window, "'window' must be one of the JavaFX runtime");
		return (FxWindow) window;
	}

}
