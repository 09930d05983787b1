package dev.tauriboot.conformance;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.Webview;
import tools.jackson.databind.JsonNode;

/**
 * Runs scripts in a document and has it report what they came to.
 */
class Reports {

	private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

	private final AtomicInteger last = new AtomicInteger();

	@TauriCommand("test_report")
	void report(int run, JsonNode outcome) {
		CompletableFuture<JsonNode> future = this.open.remove(run);
		if (future != null) {
			future.complete(outcome);
		}
	}

	/**
	 * Run the body of an async function and get what it returns.
	 * @param webview where
	 * @param body the body; the client's modules are in {@code core} and {@code event}
	 * @return what it returned as JSON
	 */
	JsonNode run(Webview webview, String body) throws Exception {
		int run = this.last.incrementAndGet();
		CompletableFuture<JsonNode> future = new CompletableFuture<>();
		this.open.put(run, future);
		webview.eval("""
				(async () => {
				  // A report leaves its callbacks to its answer.
				  await window.__reported;
				  // A document is connected before it knows where its modules are.
				  while (document.readyState === 'loading') {
				    await new Promise((resolve) => setTimeout(resolve, 1));
				  }
				  const core = await import('@tauri-apps/api/core');
				  const event = await import('@tauri-apps/api/event');
				  const { invoke, Channel } = core;
				  const rejection = (promise) => promise.then((value) => { throw new Error(`resolved with ${value}`); },
				    (reason) => reason);
				  %s
				})().then((value) => ({ value }), (error) => ({ error: `${error} ${error?.stack}` }))
				  .then((outcome) => {
				    window.__reported = __TAURI_INTERNALS__.invoke('test_report', { run: %d, outcome }).catch(() => {});
				  });
				""".formatted(body, run));
		JsonNode outcome = future.get(120, TimeUnit.SECONDS);
		if (outcome.has("error")) {
			throw new AssertionError("The script failed: " + outcome.get("error").asString());
		}
		return outcome.path("value");
	}

}
