package dev.tauriboot.tray;

import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

import dev.tauriboot.image.Image;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.tray.TrayEvent.Button;
import org.jspecify.annotations.Nullable;

/**
 * The tray as AWT reaches it: that of Windows, of macOS, and of desktops with the old
 * protocol of X11. Its menus have neither icons nor keys. AWT must not be headless, as
 * Spring Boot makes it unless told otherwise.
 *
 * @since 0.1.0
 */
public final class AwtTrayHost implements TrayHost {

	@Override
	public Shown show(TrayIcon icon, Consumer<MenuNode> chosen) {
		if (GraphicsEnvironment.isHeadless()) {
			throw new TrayException("AWT is headless (java.awt.headless)");
		}
		if (!SystemTray.isSupported()) {
			throw new TrayException("this desktop has none that AWT knows");
		}
		return new AwtIcon(icon, chosen);
	}

	/**
	 * One icon. Its menu is made anew when it changes.
	 */
	private static final class AwtIcon implements Shown {

		private final TrayIcon icon;

		private final Consumer<MenuNode> chosen;

		private final Runnable changed = () -> EventQueue.invokeLater(this::refresh);

		private final java.awt.TrayIcon shown = new java.awt.TrayIcon(picture(null));

		private boolean added;

		private boolean closed;

		private @Nullable MenuParent menu;

		AwtIcon(TrayIcon icon, Consumer<MenuNode> chosen) {
			this.icon = icon;
			this.chosen = chosen;
			this.shown.setImageAutoSize(true);
			this.shown.addMouseListener(new MouseAdapter() {

				@Override
				public void mousePressed(MouseEvent event) {
					fire(event, true);
				}

				@Override
				public void mouseReleased(MouseEvent event) {
					fire(event, false);
				}

			});
			icon.addChangeListener(this.changed);
			EventQueue.invokeLater(this::refresh);
		}

		private void fire(MouseEvent event, boolean down) {
			Button button = switch (event.getButton()) {
				case MouseEvent.BUTTON1 -> Button.LEFT;
				case MouseEvent.BUTTON2 -> Button.MIDDLE;
				default -> Button.RIGHT;
			};
			TrayEvent.Type type = (down && event.getClickCount() == 2) ? TrayEvent.Type.DOUBLE_CLICK
					: TrayEvent.Type.CLICK;
			double scale = GraphicsEnvironment.getLocalGraphicsEnvironment()
				.getDefaultScreenDevice()
				.getDefaultConfiguration()
				.getDefaultTransform()
				.getScaleX();
			double x = event.getXOnScreen() * scale;
			double y = event.getYOnScreen() * scale;
			this.icon.fire(new TrayEvent(type, button, down, x, y, new TrayEvent.Bounds(x, y, 0, 0)));
		}

		private void refresh() {
			if (this.closed) {
				return;
			}
			TrayIcon.State state = this.icon.state();
			this.shown.setImage(picture(state.image()));
			this.shown.setToolTip(state.tooltip());
			follow(state.menu());
			this.shown.setPopupMenu((state.menu() != null) ? popup(state.menu()) : null);
			if (state.visible() != this.added) {
				show(state.visible());
			}
		}

		private void follow(@Nullable MenuParent menu) {
			if (this.menu != null) {
				listen(this.menu, false);
			}
			this.menu = menu;
			if (menu != null) {
				listen(menu, true);
			}
		}

		private void listen(MenuNode node, boolean add) {
			node.removeChangeListener(this.changed);
			if (add) {
				node.addChangeListener(this.changed);
			}
			if (node instanceof MenuParent parent) {
				parent.items().forEach((item) -> listen(item, add));
			}
		}

		private void show(boolean visible) {
			try {
				if (visible) {
					SystemTray.getSystemTray().add(this.shown);
				}
				else {
					SystemTray.getSystemTray().remove(this.shown);
				}
				this.added = visible;
			}
			catch (AWTException ex) {
				throw new TrayException("the desktop takes no icon", ex);
			}
		}

		private PopupMenu popup(MenuParent parent) {
			PopupMenu popup = new PopupMenu();
			fill(popup, parent);
			return popup;
		}

		private void fill(Menu shown, MenuParent parent) {
			for (MenuNode node : parent.items()) {
				shown.add(item(node));
			}
		}

		private java.awt.MenuItem item(MenuNode node) {
			String text = TrayTexts.plain(node.text());
			if (node instanceof PredefinedMenuItem item && item.type() == PredefinedMenuItem.Type.SEPARATOR) {
				return new java.awt.MenuItem("-");
			}
			java.awt.MenuItem shown;
			if (node instanceof Submenu submenu) {
				Menu menu = new Menu(text);
				fill(menu, submenu);
				shown = menu;
			}
			else if (node instanceof CheckMenuItem check) {
				CheckboxMenuItem box = new CheckboxMenuItem(text, check.isChecked());
				box.addItemListener((event) -> this.chosen.accept(check));
				shown = box;
			}
			else {
				shown = new java.awt.MenuItem(text);
				shown.addActionListener((event) -> this.chosen.accept(node));
			}
			shown.setEnabled(node.isEnabled());
			return shown;
		}

		private static BufferedImage picture(@Nullable Image image) {
			if (image == null || image.width() == 0 || image.height() == 0) {
				return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
			}
			BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_ARGB);
			byte[] rgba = image.rgba();
			for (int i = 0, pixel = 0; i < rgba.length; i += 4, pixel++) {
				int argb = (rgba[i + 3] & 0xff) << 24 | (rgba[i] & 0xff) << 16 | (rgba[i + 1] & 0xff) << 8
						| (rgba[i + 2] & 0xff);
				picture.setRGB(pixel % image.width(), pixel / image.width(), argb);
			}
			return picture;
		}

		@Override
		public void close() {
			this.icon.removeChangeListener(this.changed);
			EventQueue.invokeLater(() -> {
				if (!this.closed) {
					this.closed = true;
					follow(null);
					if (this.added) {
						show(false);
					}
				}
			});
		}

	}

}
