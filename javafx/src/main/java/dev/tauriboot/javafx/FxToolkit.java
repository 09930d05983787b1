package dev.tauriboot.javafx;

import java.util.concurrent.CompletableFuture;

import javafx.application.Platform;

/**
 * The JavaFX toolkit, which starts once per JVM and outlives the contexts that use it.
 */
final class FxToolkit {

	private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

	private static boolean starting;

	private FxToolkit() {
	}

	/**
	 * Start the toolkit on a thread of its own, if nobody has.
	 * @return completes when it runs, or fails as its start did
	 */
	static synchronized CompletableFuture<Void> start() {
		if (!starting) {
			starting = true;
			Thread thread = new Thread(FxToolkit::run, "tauri-javafx-start");
			thread.setDaemon(true);
			thread.start();
		}
		return STARTED;
	}

	private static void run() {
		try {
			Platform.setImplicitExit(false);
			Platform.startup(() -> STARTED.complete(null));
		}
		catch (IllegalStateException ex) {
			// somebody else has started it
			Platform.runLater(() -> STARTED.complete(null));
		}
		catch (Throwable ex) {
			STARTED.completeExceptionally(ex);
		}
	}

}
