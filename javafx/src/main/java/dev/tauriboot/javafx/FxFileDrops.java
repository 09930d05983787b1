package dev.tauriboot.javafx;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.window.WindowListener;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.web.WebView;

/**
 * Tells of files that are dragged onto a webview, in place of its page, which would see
 * neither names nor paths. What else is dragged is the page's business.
 */
final class FxFileDrops {

	private final FxWebview webview;

	private final WindowListener listener;

	private boolean inside;

	private double x;

	private double y;

	private FxFileDrops(FxWebview webview, WindowListener listener) {
		this.webview = webview;
		this.listener = listener;
	}

	static void watch(FxWebview webview, WindowListener listener) {
		FxFileDrops drops = new FxFileDrops(webview, listener);
		WebView view = webview.view();
		view.addEventFilter(DragEvent.DRAG_ENTERED, drops::entered);
		view.addEventFilter(DragEvent.DRAG_OVER, drops::over);
		view.addEventFilter(DragEvent.DRAG_DROPPED, drops::dropped);
		view.addEventFilter(DragEvent.DRAG_EXITED, drops::exited);
	}

	private void entered(DragEvent event) {
		if (event.getDragboard().hasFiles()) {
			event.consume();
			this.inside = true;
			locate(event);
			this.listener.dragEntered(this.webview, paths(event), this.x, this.y);
		}
	}

	private void over(DragEvent event) {
		if (!event.getDragboard().hasFiles()) {
			return;
		}
		event.acceptTransferModes(TransferMode.COPY);
		event.consume();
		double x = this.x;
		double y = this.y;
		locate(event);
		if (x != this.x || y != this.y) {
			this.listener.dragOver(this.webview, this.x, this.y);
		}
	}

	private void dropped(DragEvent event) {
		if (event.getDragboard().hasFiles()) {
			event.setDropCompleted(true);
			event.consume();
			this.inside = false;
			locate(event);
			this.listener.dropped(this.webview, paths(event), this.x, this.y);
		}
	}

	// It comes after a drop, too.
	private void exited(DragEvent event) {
		if (event.getDragboard().hasFiles()) {
			event.consume();
			if (this.inside) {
				this.inside = false;
				this.listener.dragLeft(this.webview);
			}
		}
	}

	private void locate(DragEvent event) {
		double scale = this.webview.window().scaleFactor();
		this.x = event.getX() * scale;
		this.y = event.getY() * scale;
	}

	private static List<String> paths(DragEvent event) {
		List<String> paths = new ArrayList<>();
		for (File file : event.getDragboard().getFiles()) {
			paths.add(file.getAbsolutePath());
		}
		return paths;
	}

}
