package dev.tauriboot.benchmarks;

/**
 * Runs the loops of the page {@code bench/isolation.html} in a window, with isolation
 * unless {@code --tauri.app.security.pattern.use=brownfield} is given, and prints their
 * figures as one line of JSON.
 */
public final class IsolationBenchmark {

	private IsolationBenchmark() {
	}

	public static void main(String[] args) throws InterruptedException {
		System.setProperty("tauri.app.windows[0].url", "isolation.html");
		if (args.length == 0) {
			System.setProperty("tauri.app.security.pattern.use", "isolation");
			System.setProperty("tauri.app.security.pattern.options.dir", "classpath:/bench/isolation");
		}
		WindowBenchmark.main(args);
	}

}
