package dev.tauriboot.benchmarks;

/**
 * Runs the loops of the page {@code bench/store.html} in a window: reading a value of a
 * store beside a bare call, in turn. Prints their figures as one line of JSON.
 */
public final class StoreBenchmark {

	private StoreBenchmark() {
	}

	public static void main(String[] args) throws InterruptedException {
		System.setProperty("tauri.app.windows[0].url", "store.html");
		System.setProperty("tauri.plugins.store.directory", System.getProperty("java.io.tmpdir"));
		System.setProperty("tauri.app.security.capabilities.store.windows", "main");
		System.setProperty("tauri.app.security.capabilities.store.permissions",
				"core:default,store:default,core:resources:allow-close");
		WindowBenchmark.main(args);
	}

}
