package dev.tauriboot.javafx;

import java.io.File;
import java.util.List;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.WebPage;
import com.sun.webkit.event.WCKeyEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/**
 * Files that are dragged onto a webview whose page is told of it. The engine tells the
 * page of the drag, and nothing of the files. An input of the bootstrap gets them as if
 * the user had chosen them, which makes them files that the engine reads by itself. As it
 * lets an input ask after a click or a key only, and a drop is none, the page is given a
 * key that its bootstrap keeps to itself. Lives on the JavaFX application thread.
 */
final class FxDroppedFiles {

	private final WebPage page;

	private List<File> files = List.of();

	private boolean dropped;

	private boolean offered;

	private FxDroppedFiles(WebPage page) {
		this.page = page;
	}

	static FxDroppedFiles watch(WebView view) {
		FxDroppedFiles files = new FxDroppedFiles(Accessor.getPageFor(view.getEngine()));
		view.addEventFilter(DragEvent.DRAG_ENTERED, (event) -> files.drag(event, false));
		view.addEventFilter(DragEvent.DRAG_DROPPED, (event) -> files.drag(event, true));
		return files;
	}

	private void drag(DragEvent event, boolean dropped) {
		this.files = event.getDragboard().hasFiles() ? List.copyOf(event.getDragboard().getFiles()) : List.of();
		this.dropped = dropped;
	}

	/**
	 * How many files are dragged.
	 */
	int count() {
		return this.files.size();
	}

	/**
	 * Let the document's input have the files that were dropped, once.
	 */
	void offer() {
		if (!this.dropped || this.files.isEmpty()) {
			return;
		}
		this.dropped = false;
		this.offered = true;
		try {
			this.page.dispatchKeyEvent(new WCKeyEvent(WCKeyEvent.KEY_PRESSED, "", "Unidentified", 0, false, false,
					false, false, System.currentTimeMillis()));
		}
		finally {
			this.offered = false;
			this.files = List.of();
		}
	}

	/**
	 * Answer an input.
	 * @return the paths, or {@code null} if it asks for other files
	 */
	String @Nullable [] take() {
		if (!this.offered) {
			return null;
		}
		this.offered = false;
		return this.files.stream().map(File::getAbsolutePath).toArray(String[]::new);
	}

}
