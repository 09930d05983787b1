package dev.tauriboot.runtime.memory;

/**
 * A document that lives elsewhere and is connected to a {@link MemoryWebview}. Methods
 * may be called on any thread and must not block.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MemoryDocument {

	/**
	 * Frames wait in the page's queue.
	 */
	void framesWaiting();

	/**
	 * Load another document. The page closes right after.
	 * @param url where to go
	 */
	default void navigate(String url) {
	}

	/**
	 * Load the document again. The page closes right after.
	 */
	default void reload() {
	}

	/**
	 * Run a script.
	 * @param script the script
	 * @throws IllegalStateException if there is no engine that could
	 */
	default void eval(String script) {
		throw new IllegalStateException("the document has no engine that could run a script");
	}

	/**
	 * Let the user print the document.
	 */
	default void print() {
	}

	/**
	 * Forget what the document's origin has stored.
	 */
	default void clearBrowsingData() {
	}

	/**
	 * The page closes for a reason of the application's own.
	 * @param reason {@code closed} for the end of the webview, {@code replaced} for a
	 * newer document
	 */
	default void ended(String reason) {
	}

}
