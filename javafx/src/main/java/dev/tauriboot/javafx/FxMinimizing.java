package dev.tauriboot.javafx;

import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Minimizes a stage and brings it back. X11 drops what brings a window back while the
 * window manager has not got around to minimizing it: then it is asked for once more.
 * Lives on the JavaFX application thread.
 */
final class FxMinimizing {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

	private long minimized = System.nanoTime() - PATIENCE;

	private boolean takenBack;

	void minimize(Stage stage) {
		this.minimized = System.nanoTime();
		this.takenBack = false;
		stage.setIconified(true);
	}

	void restore(Stage stage) {
		this.takenBack = true;
		stage.setIconified(false);
	}

	/**
	 * The stage is minimized, by whomever.
	 */
	void done(Stage stage) {
		if (this.takenBack && System.nanoTime() - this.minimized < PATIENCE) {
			Platform.runLater(() -> {
				if (this.takenBack) {
					stage.setIconified(false);
				}
			});
		}
	}

}
