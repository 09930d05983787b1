package dev.tauriboot.javafx;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * The bar with a window's menu. It puts the window's content below itself.
 */
final class FxMenuBar {

	private static final String HOLDER = FxMenuBar.class.getName();

	private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

	private final Scene scene;

	private final FxMenuTree tree;

	private final MenuBar bar;

	private FxMenuBar(Scene scene, FxMenuTree tree) {
		this.scene = scene;
		this.tree = tree;
		this.bar = tree.menuBar();
	}

	static FxMenuBar show(Scene scene, FxMenuTree tree) {
		FxMenuBar shown = new FxMenuBar(scene, tree);
		shown.bar.setUseSystemMenuBar(MAC);
		holder(scene).setTop(shown.bar);
		return shown;
	}

	// The content stays where it is when a menu is taken away: a page that is moved to
	// another parent loses the focus.
	private static BorderPane holder(Scene scene) {
		if (scene.getRoot() instanceof BorderPane holder && HOLDER.equals(holder.getId())) {
			return holder;
		}
		Parent content = scene.getRoot();
		Node focused = scene.getFocusOwner();
		BorderPane holder = new BorderPane();
		holder.setId(HOLDER);
		scene.setRoot(holder);
		if (content instanceof Pane pane) {
			holder.setBackground(pane.getBackground());
		}
		holder.setCenter(content);
		if (focused != null) {
			focused.requestFocus();
		}
		return holder;
	}

	static Node content(Scene scene) {
		return (scene.getRoot() instanceof BorderPane holder && HOLDER.equals(holder.getId())) ? holder.getCenter()
				: scene.getRoot();
	}

	void remove() {
		if (holder(this.scene).getTop() == this.bar) {
			holder(this.scene).setTop(null);
		}
		this.tree.close();
	}

}
