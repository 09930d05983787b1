package dev.tauriboot.conformance;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import dev.tauriboot.test.FxUser;
import dev.tauriboot.window.Webview;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.web.WebView;

/**
 * Drags files over a webview and drops them, then drags them again and leaves.
 */
public final class FileDrag {

	private final WebView view;

	public FileDrag(Webview webview) throws Exception {
		this.view = FxViews.of(webview);
	}

	public void run(String... paths) throws Exception {
		FxUser.onFxThread(() -> {
			Dragboard files = dragboard(paths);
			fire(DragEvent.DRAG_ENTERED_TARGET, files, 10, 20);
			fire(DragEvent.DRAG_OVER, files, 30, 40);
			fire(DragEvent.DRAG_OVER, files, 30, 40);
			fire(DragEvent.DRAG_DROPPED, files, 30, 40);
			fire(DragEvent.DRAG_EXITED_TARGET, files, 30, 40);
			fire(DragEvent.DRAG_ENTERED_TARGET, files, 10, 20);
			fire(DragEvent.DRAG_EXITED_TARGET, files, 10, 20);
			return files;
		});
	}

	private static Dragboard dragboard(String... paths) throws Exception {
		Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
		constructor.setAccessible(true);
		Dragboard dragboard = constructor.newInstance(clipboard(Toolkit.getToolkit().createLocalClipboard()));
		List<File> files = new ArrayList<>();
		for (String path : paths) {
			files.add(new File(path));
		}
		ClipboardContent content = new ClipboardContent();
		content.putFiles(files);
		dragboard.setContent(content);
		return dragboard;
	}

	// A clipboard of this process does not say in which ways its content may be taken.
	private static TKClipboard clipboard(TKClipboard local) {
		return (TKClipboard) Proxy.newProxyInstance(TKClipboard.class.getClassLoader(),
				new Class<?>[] { TKClipboard.class },
				(proxy, method, arguments) -> method.getName().equals("getTransferModes")
						? EnumSet.of(TransferMode.COPY) : method.invoke(local, arguments));
	}

	private void fire(EventType<DragEvent> type, Dragboard files, double x, double y) {
		Event.fireEvent(this.view, new DragEvent(type, files, x, y, x, y, TransferMode.COPY, null, this.view, null));
	}

}
