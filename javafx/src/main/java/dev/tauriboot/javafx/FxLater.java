package dev.tauriboot.javafx;

import javafx.application.Platform;

/**
 * Work that is done a moment later, once for all who have asked for it meanwhile. Lives
 * on the JavaFX application thread.
 */
final class FxLater {

	private final Runnable work;

	private boolean asked;

	FxLater(Runnable work) {
		this.work = work;
	}

	void ask() {
		if (!this.asked) {
			this.asked = true;
			Platform.runLater(() -> {
				this.asked = false;
				this.work.run();
			});
		}
	}

}
