package dev.tauriboot.test;

import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.conformance.FileDrag;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;

/**
 * What is done with windows of JavaFX passes the kit.
 */
class FxDesktopUserTests extends DesktopUserCompatibilityKit {

	@Override
	protected DesktopRuntime createRuntime() {
		return new FxRuntimeTests().createRuntime(() -> {
		});
	}

	@Override
	protected void close(Window window) {
		FxUser.close(window.title());
	}

	@Override
	protected void move(Window window, int x, int y) {
		FxUser.move(window.title(), x, y);
	}

	@Override
	protected void resize(Window window, int width, int height) {
		FxUser.resize(window.title(), width, height);
	}

	@Override
	protected void focus(Window window) {
		FxUser.focus(window.title());
	}

	@Override
	protected void dragAndDrop(Webview webview, List<Path> files) {
		Awaitility.await().until(() -> webview.page() != null);
		try {
			new FileDrag(webview).run(files.stream().map(Path::toString).toArray(String[]::new));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
