package dev.tauriboot.javafx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.window.WebviewPlacement;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * What a window's scene shows: the bar of its menu, if any, and below it the webviews,
 * each at its place and later ones above. Lives on the JavaFX application thread, apart
 * from the list of webviews.
 */
final class FxContent extends BorderPane {

	private final List<FxWebview> webviews = new CopyOnWriteArrayList<>();

	private final Pane views = new Views();

	FxContent() {
		// The style sheets of controls would paint it, and nothing were seen through it.
		setBackground(Background.EMPTY);
		setCenter(this.views);
	}

	List<FxWebview> webviews() {
		return List.copyOf(this.webviews);
	}

	void add(FxWebview webview) {
		this.webviews.add(webview);
		this.views.getChildren().add(webview.view());
	}

	boolean remove(FxWebview webview) {
		this.views.getChildren().remove(webview.view());
		return this.webviews.remove(webview);
	}

	/**
	 * What is below the bar.
	 */
	Node views() {
		return this.views;
	}

	void place() {
		this.views.requestLayout();
	}

	void setBar(@Nullable MenuBar bar) {
		setTop(bar);
	}

	/**
	 * How much of the window's height the bar takes.
	 */
	double barHeight() {
		return (getTop() instanceof MenuBar bar) ? bar.getHeight() : 0;
	}

	private final class Views extends Pane {

		@Override
		protected void layoutChildren() {
			for (FxWebview webview : FxContent.this.webviews) {
				WebviewPlacement place = webview.placement().in(getWidth(), getHeight());
				webview.view()
					.resizeRelocate(snapPositionX(place.x()), snapPositionY(place.y()), snapSizeX(place.width()),
							snapSizeY(place.height()));
			}
		}

	}

}
