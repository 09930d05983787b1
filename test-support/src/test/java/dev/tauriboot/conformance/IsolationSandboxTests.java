package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.tauriboot.test.IsolationHookTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sandbox and the policy of the isolation frame forbid its own scripts.
 */
class IsolationSandboxTests {

	@TempDir
	private Path folder;

	// row 114
	@Test
	void frameReachesNothingOutside() throws IOException {
		Files.writeString(this.folder.resolve("index.html"), "<!doctype html><script src=hook.js></script>");
		Files.writeString(this.folder.resolve("hook.js"), """
				const attempts = {
				  popup: () => window.open('http://tauri.localhost/') ?? Promise.reject(new Error('no window')),
				  application: () => fetch('http://tauri.localhost/'),
				  commands: () => fetch('http://ipc.localhost/greet', { method: 'POST' }),
				  network: () => fetch('http://127.0.0.1:9/'),
				  script: () => new Promise((resolve, reject) => {
				    const script = document.createElement('script');
				    script.src = 'http://tauri.localhost/index.js';
				    script.onload = resolve;
				    script.onerror = () => reject(new Error('no script'));
				    document.head.append(script);
				  }),
				  code: () => eval('1'),
				  worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
				  storage: () => localStorage.length,
				  cookies: () => document.cookie,
				  parent: () => parent.document.title,
				  key: () => (window.crypto?.subtle ? 'a key could be made' : Promise.reject(new Error('none'))),
				};

				window.__TAURI_ISOLATION_HOOK__ = async (message) => {
				  const reached = [];
				  for (const [name, attempt] of Object.entries(attempts)) {
				    try { await attempt(); reached.push(name); } catch { /* as it must be */ }
				  }
				  return { ...message, payload: { tried: Object.keys(attempts).length, reached } };
				};
				""");
		try (IsolationHookTester hook = IsolationHookTester.of(this.folder.toUri().toString(),
				Duration.ofSeconds(60))) {
			assertThat(hook.pass("any").json().toString()).isEqualTo("{\"tried\":11,\"reached\":[]}");
		}
	}

}
