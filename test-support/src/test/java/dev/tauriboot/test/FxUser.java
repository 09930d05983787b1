package dev.tauriboot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.sun.javafx.stage.WindowHelper;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Does with JavaFX menus what a user does. Windows are known by their titles.
 */
public final class FxUser {

	private FxUser() {
	}

	public static List<String> texts(String title) {
		return onFxThread(() -> {
			MenuBar bar = bar(title);
			return (bar != null) ? bar.getMenus().stream().map(FxUser::text).toList() : List.of();
		});
	}

	// A lone item of a bar is within a menu of its own text.
	private static String text(Menu menu) {
		return menu.getText().replace("_", "");
	}

	/**
	 * What a user sees of the items of a window's menu besides their texts, from top to
	 * bottom.
	 */
	public static List<String> marks(String title) {
		return onFxThread(() -> {
			MenuBar bar = bar(title);
			List<String> marks = new ArrayList<>();
			mark((bar != null) ? bar.getMenus() : List.of(), marks);
			return marks;
		});
	}

	private static void mark(List<? extends MenuItem> items, List<String> marks) {
		for (MenuItem item : items) {
			boolean checked = item instanceof CheckMenuItem box && box.isSelected();
			marks.add(item.getText() + (checked ? " checked" : "") + ((item.getGraphic() != null) ? " icon" : ""));
			if (item instanceof Menu menu) {
				mark(menu.getItems(), marks);
			}
		}
	}

	public static boolean choose(String title, String id) {
		return choose(title, (item) -> id.equals(item.getId()));
	}

	public static boolean chooseText(String title, String text) {
		return choose(title, (item) -> text.equals(item.getText()));
	}

	private static boolean choose(String title, Predicate<MenuItem> wanted) {
		return onFxThread(() -> {
			ContextMenu open = popup(title);
			MenuBar bar = bar(title);
			List<? extends MenuItem> items = (open != null) ? open.getItems()
					: (bar != null) ? bar.getMenus() : List.<MenuItem>of();
			MenuItem item = find(items, wanted);
			if (open != null) {
				open.hide();
			}
			if (item != null) {
				item.fire();
			}
			return item != null;
		});
	}

	public static boolean press(String title, String accelerator) {
		return onFxThread(() -> {
			Stage stage = stage(title);
			String[] keys = accelerator.split("\\+");
			boolean shift = accelerator.contains("Shift");
			KeyCode code = KeyCode.valueOf(keys[keys.length - 1]);
			KeyCombination combination = (shift)
					? new javafx.scene.input.KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN,
							KeyCombination.SHIFT_DOWN)
					: new javafx.scene.input.KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
			Runnable action = stage.getScene().getAccelerators().get(combination);
			if (action != null) {
				action.run();
			}
			return action != null;
		});
	}

	static void close(String title) {
		onFxThread(() -> {
			Stage stage = stage(title);
			stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
			return null;
		});
	}

	static void move(String title, double x, double y) {
		onFxThread(() -> {
			stage(title).setX(x);
			stage(title).setY(y);
			return null;
		});
	}

	static void resize(String title, double width, double height) {
		onFxThread(() -> {
			stage(title).setWidth(width);
			stage(title).setHeight(height);
			return null;
		});
	}

	/**
	 * Move a window to a screen with another number of pixels.
	 */
	public static void scale(String title, double scale) {
		onFxThread(() -> {
			WindowHelper.notifyScaleChanged(stage(title), scale, scale);
			return null;
		});
	}

	// As a window manager tells it; the headless platform has none.
	static void focus(String title) {
		onFxThread(() -> {
			Stage stage = stage(title);
			Window.getWindows().forEach((window) -> WindowHelper.setFocused(window, false));
			WindowHelper.setFocused(stage, true);
			return null;
		});
	}

	/**
	 * The menu that is open over a window.
	 */
	static ContextMenu popup(String title) {
		Stage stage = stage(title);
		for (Window window : Window.getWindows()) {
			if (window instanceof ContextMenu menu && menu.isShowing() && menu.getOwnerWindow() == stage) {
				return menu;
			}
		}
		return null;
	}

	private static MenuItem find(List<? extends MenuItem> items, Predicate<MenuItem> wanted) {
		for (MenuItem item : items) {
			if (item.isDisable()) {
				continue;
			}
			MenuItem found = (item instanceof Menu menu) ? find(menu.getItems(), wanted)
					: wanted.test(item) ? item : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static MenuBar bar(String title) {
		Scene scene = stage(title).getScene();
		return (MenuBar) scene.getRoot()
			.getChildrenUnmodifiable()
			.stream()
			.filter(MenuBar.class::isInstance)
			.findFirst()
			.orElse(null);
	}

	public static Stage stage(String title) {
		return (Stage) Window.getWindows()
			.stream()
			.filter((window) -> window instanceof Stage stage && title.equals(stage.getTitle()))
			// Applications of other tests show windows still. The last is the newest.
			.reduce((before, next) -> next)
			.orElseThrow(() -> new AssertionError("No window has the title " + title));
	}

	public static <T> T onFxThread(Callable<T> work) {
		CompletableFuture<T> result = new CompletableFuture<>();
		Platform.runLater(() -> {
			try {
				result.complete(work.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		return result.orTimeout(30, TimeUnit.SECONDS).join();
	}

}
