package dev.tauriboot.test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.runtime.memory.MemoryMenuHost;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowListener;

import org.springframework.util.Assert;

/**
 * Does what a user does with a window of a {@link MockDesktopRuntime}. What a user could
 * not do there, such as resizing a window that cannot be resized, is an
 * {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public final class MockUser {

	private final HeldWindow window;

	private final MemoryMenuHost menus;

	private final WindowListener listener;

	MockUser(HeldWindow window, MemoryMenuHost menus, WindowListener listener) {
		this.window = window;
		this.menus = menus;
		this.listener = listener;
	}

	/**
	 * Close the window. Who listens can keep it open.
	 */
	public void close() {
		can(this.window.is(WindowFlag.CLOSABLE), "closed");
		this.window.close();
	}

	/**
	 * Move the window.
	 * @param x its left edge
	 * @param y its upper edge
	 */
	public void moveTo(int x, int y) {
		can(this.window.isDecorated(), "moved");
		this.window.setPosition(x, y);
	}

	/**
	 * Resize the window.
	 * @param width width of its content
	 * @param height height of its content
	 */
	public void resizeTo(int width, int height) {
		can(this.window.isResizable(), "resized");
		this.window.setSize(width, height);
	}

	/**
	 * Go to the window.
	 */
	public void focus() {
		can(true, "focused");
		this.window.focus();
	}

	/**
	 * Choose another theme.
	 * @param theme the theme
	 */
	public void chooseTheme(Theme theme) {
		Assert.notNull(theme, "'theme' must not be null");
		this.window.setTheme(theme);
	}

	/**
	 * Drag files over the window's first webview.
	 * @param x where to, from its left edge
	 * @param y where to, from its upper edge
	 * @param files the files
	 */
	public void drag(int x, int y, Path... files) {
		can(true, "dragged to");
		this.listener.dragEntered(webview(), paths(files), x, y);
		this.listener.dragOver(webview(), x, y);
	}

	/**
	 * Drop files onto the window's first webview. Its page may have them then.
	 * @param x where, from its left edge
	 * @param y where, from its upper edge
	 * @param files the files
	 */
	public void drop(int x, int y, Path... files) {
		drag(x, y, files);
		this.listener.dropped(webview(), paths(files), x, y);
	}

	/**
	 * Drag files away again.
	 */
	public void leave() {
		this.listener.dragLeft(webview());
	}

	/**
	 * Choose an item in the menu that is open over the window, which closes then, or else
	 * in the window's own.
	 * @param id the item's id
	 * @throws IllegalStateException if there is no such item, or it cannot be chosen
	 */
	public void choose(String id) {
		can(this.menus.choose(this.window.label(), id), "told to choose '" + id + "'");
	}

	/**
	 * Press the keys of a menu's item.
	 * @param accelerator the keys, as {@link Accelerator#parse} reads them
	 * @throws IllegalStateException if no item that can be chosen has them
	 */
	public void press(String accelerator) {
		can(this.menus.press(this.window.label(), accelerator), "told to press " + accelerator);
	}

	private Webview webview() {
		List<Webview> webviews = this.window.webviews();
		can(!webviews.isEmpty(), "dragged to");
		return webviews.get(0);
	}

	private static List<String> paths(Path... files) {
		Assert.notEmpty(files, "'files' must not be empty");
		return Stream.of(files).map((file) -> file.toAbsolutePath().toString()).toList();
	}

	private void can(boolean possible, String done) {
		Assert.state(possible && this.window.isVisible() && this.window.is(WindowFlag.ENABLED),
				() -> "The window '" + this.window.label() + "' cannot be " + done + " by a user");
	}

}
