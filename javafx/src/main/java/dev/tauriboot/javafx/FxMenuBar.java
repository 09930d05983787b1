package dev.tauriboot.javafx;

import java.util.Locale;

import javafx.scene.control.MenuBar;

/**
 * The bar with a window's menu, above its webviews.
 */
final class FxMenuBar {

	private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

	private final FxContent content;

	private final FxMenuTree tree;

	private final MenuBar bar;

	private FxMenuBar(FxContent content, FxMenuTree tree) {
		this.content = content;
		this.tree = tree;
		this.bar = tree.menuBar();
	}

	static FxMenuBar show(FxContent content, FxMenuTree tree) {
		FxMenuBar shown = new FxMenuBar(content, tree);
		shown.bar.setUseSystemMenuBar(MAC);
		content.setBar(shown.bar);
		return shown;
	}

	void remove() {
		if (this.content.getTop() == this.bar) {
			this.content.setBar(null);
		}
		this.tree.close();
	}

}
