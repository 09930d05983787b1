package dev.tauriboot.plugin.menu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import dev.tauriboot.Label;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.Assert;

/**
 * Which menus are shown: one of the application, in every window that has none of its
 * own, and those of windows. A bean, safe for any thread.
 *
 * @since 0.1.0
 */
public final class Menus implements WindowListener {

	private static final Log logger = LogFactory.getLog(Menus.class);

	private final MenuHost host;

	private final ObjectProvider<DesktopRuntime> runtime;

	private final PredefinedActions predefined;

	private final Map<Label, Menu> own = new LinkedHashMap<>();

	private final Map<Label, Window> withMenu = new LinkedHashMap<>();

	private @Nullable Menu appMenu;

	/**
	 * Create the menus.
	 * @param host shows them
	 * @param runtime the windows, looked up late because they tell this of themselves
	 * @param predefined does what predefined items do
	 */
	public Menus(MenuHost host, ObjectProvider<DesktopRuntime> runtime, PredefinedActions predefined) {
		Assert.notNull(host, "'host' must not be null");
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(predefined, "'predefined' must not be null");
		this.host = host;
		this.runtime = runtime;
		this.predefined = predefined;
	}

	/**
	 * Set the menu of the application: of every window, present or to come, that has none
	 * of its own.
	 * @param menu the menu, or {@code null} for none
	 * @return the menu before, or {@code null} if there was none
	 * @throws UnsupportedOperationException if windows can have no menus
	 */
	public @Nullable Menu setAppMenu(@Nullable Menu menu) {
		return onMainThread(() -> {
			List<Window> windows = new ArrayList<>(this.runtime.getObject().windows());
			windows.removeIf((window) -> this.own.containsKey(window.label()));
			windows.forEach((window) -> show(window, menu));
			Menu before = this.appMenu;
			this.appMenu = menu;
			return before;
		});
	}

	/**
	 * Set the menu of a window.
	 * @param window the window
	 * @param menu the menu, or {@code null} for that of the application
	 * @return the menu that the window showed before, or {@code null} if it had none
	 * @throws UnsupportedOperationException if windows can have no menus
	 */
	public @Nullable Menu setWindowMenu(Window window, @Nullable Menu menu) {
		Assert.notNull(window, "'window' must not be null");
		return onMainThread(() -> {
			// the window may have closed meanwhile
			if (this.runtime.getObject().find(window.label()) != window) {
				return null;
			}
			show(window, (menu != null) ? menu : this.appMenu);
			Menu before = (menu != null) ? this.own.put(window.label(), menu) : this.own.remove(window.label());
			return (before != null) ? before : this.appMenu;
		});
	}

	// What is shown is known on the main thread alone: a lock held while waiting for that
	// thread would stop it when a window closes.
	private <T extends @Nullable Object> T onMainThread(Supplier<T> action) {
		CompletableFuture<T> result = new CompletableFuture<>();
		this.runtime.getObject().mainThread().execute(() -> {
			try {
				result.complete(action.get());
			}
			catch (Throwable ex) {
				// Whoever waits is told, whatever it is.
				result.completeExceptionally(ex);
			}
		});
		try {
			return result.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private void show(Window window, @Nullable Menu menu) {
		this.host.setMenu(window, menu, this::chosen);
		if (menu != null) {
			this.withMenu.put(window.label(), window);
		}
		else {
			this.withMenu.remove(window.label());
		}
	}

	/**
	 * Open a menu over a window. Returns once it is shown.
	 * @param window the window
	 * @param menu the menu
	 * @param position where, or {@code null} for where the mouse is
	 * @throws UnsupportedOperationException if windows can have no menus
	 */
	public void popup(Window window, MenuParent menu, @Nullable MenuPosition position) {
		Assert.notNull(window, "'window' must not be null");
		Assert.notNull(menu, "'menu' must not be null");
		this.host.popup(window, menu, position, this::chosen);
	}

	/**
	 * Do what is to be done when the user chooses an item that is shown without a window,
	 * as in a tray.
	 * @param item the item
	 */
	public void chosen(MenuNode item) {
		List<Window> windows = this.runtime.getObject().windows();
		chosen(windows.stream().filter(Window::isFocused).findFirst().orElse(windows.isEmpty() ? null : windows.get(0)),
				item);
	}

	private void chosen(@Nullable Window window, MenuNode item) {
		if (!item.isEnabled()) {
			return;
		}
		try {
			if (item instanceof MenuItem own) {
				own.choose();
			}
			else if (item instanceof PredefinedMenuItem common) {
				this.predefined.perform(common, window, this.host);
			}
		}
		catch (RuntimeException ex) {
			logger.error("What the menu item '" + item.id() + "' does has failed", ex);
		}
	}

	@Override
	public void windowCreated(Label window) {
		this.runtime.getObject().mainThread().execute(() -> {
			Window created = this.runtime.getObject().find(window);
			if (created != null && this.appMenu != null && !this.own.containsKey(window)) {
				show(created, this.appMenu);
			}
		});
	}

	@Override
	public void destroyed(Label window) {
		this.runtime.getObject().mainThread().execute(() -> {
			// another window may have the label by now
			Window shown = this.withMenu.get(window);
			if (shown != null && this.runtime.getObject().find(window) != shown) {
				this.own.remove(window);
				this.withMenu.remove(window);
				this.host.setMenu(shown, null, this::chosen);
			}
		});
	}

}
