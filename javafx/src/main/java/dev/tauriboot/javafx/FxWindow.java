package dev.tauriboot.javafx;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * A JavaFX stage with one webview as a {@link Window}.
 */
final class FxWindow implements Window {

	private final FxMainThread mainThread;

	private final Label label;

	private final Stage stage;

	private final FxWebview webview;

	FxWindow(FxEnvironment environment, FxMainThread mainThread, WindowOptions options, Runnable closed) {
		this.mainThread = mainThread;
		this.label = options.label();
		this.webview = new FxWebview(environment, mainThread, options.label(), this);
		this.stage = new Stage(options.decorations() ? StageStyle.DECORATED : StageStyle.UNDECORATED);
		this.stage.setTitle(options.title());
		this.stage.setScene(new Scene(this.webview.view(), options.width(), options.height()));
		this.stage.setResizable(options.resizable());
		this.stage.setAlwaysOnTop(options.alwaysOnTop());
		this.stage.setOnHidden((event) -> {
			this.webview.close();
			closed.run();
		});
		this.webview.navigate(options.url());
		if (options.visible()) {
			this.stage.show();
		}
	}

	FxWebview webview() {
		return this.webview;
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public List<Webview> webviews() {
		return List.of(this.webview);
	}

	@Override
	public String title() {
		return this.mainThread.call(this.stage::getTitle);
	}

	@Override
	public void setTitle(String title) {
		this.mainThread.execute(() -> this.stage.setTitle(title));
	}

	@Override
	public void close() {
		destroy();
	}

	@Override
	public void destroy() {
		this.mainThread.execute(() -> {
			this.stage.hide();
			this.webview.close();
		});
	}

}
