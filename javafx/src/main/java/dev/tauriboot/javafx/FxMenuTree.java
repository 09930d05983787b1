package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.IconMenuItem;
import dev.tauriboot.menu.MenuIcon;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.menu.Submenu;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * A menu as JavaFX shows it. It follows the model until it is closed. All on the JavaFX
 * application thread, but for the listener that is told of changes.
 */
final class FxMenuTree {

	private final Consumer<MenuNode> chosen;

	private final MenuParent root;

	private final List<Branch> branches = new ArrayList<>();

	private final MenuBar bar = new MenuBar();

	private final ContextMenu context = new ContextMenu();

	FxMenuTree(MenuParent root, Consumer<MenuNode> chosen) {
		this.root = root;
		this.chosen = chosen;
	}

	/**
	 * Show the items side by side. An item that is not a submenu becomes a menu without
	 * items, as a bar has nothing else.
	 */
	MenuBar menuBar() {
		Branch branch = new Branch(this.root, null);
		this.branches.add(branch);
		branch.follow(() -> {
			List<Menu> menus = new ArrayList<>();
			for (MenuNode node : this.root.items()) {
				menus.add((node instanceof Submenu) ? (Menu) branch.item(node, menus) : branch.single(node, menus));
			}
			replace(this.bar.getMenus(), menus);
		});
		return this.bar;
	}

	ContextMenu contextMenu() {
		if (this.branches.isEmpty()) {
			Branch branch = new Branch(this.root, null);
			this.branches.add(branch);
			branch.follow(() -> replace(this.context.getItems(), branch.items()));
		}
		return this.context;
	}

	private static <T> void replace(ObservableList<T> shown, List<? extends T> wanted) {
		if (!shown.equals(wanted)) {
			shown.setAll(wanted);
		}
	}

	void close() {
		this.branches.forEach(Branch::close);
		this.branches.clear();
	}

	/**
	 * One node of the model and what shows it.
	 */
	private final class Branch {

		private final MenuNode node;

		private final @Nullable MenuItem shown;

		private final List<Branch> children = new ArrayList<>();

		private Runnable refresh = () -> {
		};

		private final Runnable changed = () -> Platform.runLater(this::refresh);

		private boolean closed;

		Branch(MenuNode node, @Nullable MenuItem shown) {
			this.node = node;
			this.shown = shown;
		}

		void follow(Runnable refresh) {
			this.refresh = refresh;
			this.node.addChangeListener(this.changed);
			refresh.run();
		}

		private void refresh() {
			if (!this.closed) {
				this.refresh.run();
				closeUnused();
			}
		}

		private void closeUnused() {
			if (this.node instanceof MenuParent parent) {
				List<MenuNode> items = parent.items();
				this.children.removeIf((child) -> {
					boolean unused = !items.contains(child.node);
					if (unused) {
						child.close();
					}
					return unused;
				});
			}
		}

		void close() {
			this.closed = true;
			this.node.removeChangeListener(this.changed);
			this.children.forEach(Branch::close);
			this.children.clear();
		}

		List<MenuItem> items() {
			List<MenuItem> items = new ArrayList<>();
			for (MenuNode child : ((MenuParent) this.node).items()) {
				items.add(item(child, items));
			}
			return items;
		}

		/**
		 * What shows a node. The model may have it twice, JavaFX shows an item once only.
		 */
		MenuItem item(MenuNode child, List<? extends MenuItem> shown) {
			for (Branch branch : this.children) {
				if (branch.node == child && branch.shown != null && !shown.contains(branch.shown)) {
					return branch.shown;
				}
			}
			return add(child);
		}

		private MenuItem add(MenuNode child) {
			MenuItem item = create(child);
			Branch branch = new Branch(child, item);
			this.children.add(branch);
			branch.follow(() -> branch.apply(item));
			if (!(child instanceof MenuParent)) {
				item.setOnAction((event) -> FxMenuTree.this.chosen.accept(child));
			}
			return item;
		}

		/**
		 * The place of an item in a bar.
		 */
		Menu single(MenuNode child, List<Menu> shown) {
			for (Branch branch : this.children) {
				if (branch.node == child && branch.shown instanceof Menu menu && !shown.contains(menu)) {
					return menu;
				}
			}
			Menu menu = new Menu();
			Branch branch = new Branch(child, menu);
			this.children.add(branch);
			branch.follow(() -> branch.apply(menu));
			menu.getItems().add(add(child));
			return menu;
		}

		private void apply(MenuItem item) {
			item.setId(this.node.id());
			item.setText(FxKeys.text(this.node.text()));
			item.setMnemonicParsing(true);
			item.setDisable(!this.node.isEnabled() || isNothing(this.node));
			if (this.node instanceof dev.tauriboot.menu.MenuItem own) {
				keys(item, FxKeys.combination(own.accelerator()));
			}
			if (this.node instanceof CheckMenuItem check && item instanceof javafx.scene.control.CheckMenuItem box) {
				box.setSelected(check.isChecked());
			}
			if (this.node instanceof IconMenuItem own) {
				icon(item, own.icon());
			}
			if (this.node instanceof Submenu submenu && item instanceof Menu menu) {
				icon(item, submenu.icon());
				replace(menu.getItems(), items());
			}
		}

		private static void keys(MenuItem item, @Nullable KeyCombination keys) {
			Menu menu = item.getParentMenu();
			if (menu == null || keys == null || item.getAccelerator() != null) {
				item.setAccelerator(keys);
				return;
			}
			// JavaFX acts on keys only if an item has some when it comes into its menu.
			int position = menu.getItems().indexOf(item);
			menu.getItems().remove(position);
			item.setAccelerator(keys);
			menu.getItems().add(position, item);
		}

		private static void icon(MenuItem item, @Nullable MenuIcon icon) {
			item.setGraphic((icon instanceof MenuIcon.Picture picture) ? FxPictures.view(picture.image()) : null);
		}

		private static MenuItem create(MenuNode node) {
			if (node instanceof Submenu) {
				return new Menu();
			}
			if (node instanceof CheckMenuItem) {
				return new javafx.scene.control.CheckMenuItem();
			}
			return (node instanceof PredefinedMenuItem predefined && predefined.type() == Type.SEPARATOR)
					? new SeparatorMenuItem() : new MenuItem();
		}

		private static boolean isNothing(MenuNode node) {
			return node instanceof PredefinedMenuItem predefined
					&& (predefined.type() == Type.HIDE_OTHERS || predefined.type() == Type.SERVICES);
		}

	}

}
