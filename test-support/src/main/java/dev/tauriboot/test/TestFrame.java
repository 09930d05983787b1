package dev.tauriboot.test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * Encrypts the messages of documents that a test plays, with the key that the application
 * made for the document: as the isolation frame, but without its hook.
 */
final class TestFrame {

	static final Set<String> TRANSPORT = Set.of("content-type", "origin", "tauri-callback", "tauri-error",
			"tauri-invoke-key");

	private TestFrame() {
	}

	static InvokeRequest seal(IsolationPattern pattern, JsonMapper mapper, InvokeRequest request) {
		boolean raw = request.body() instanceof InvokeBody.Raw;
		ByteBuffer sealed = pattern.session(request.page())
			.seal(new IsolationSession.Message(request.command(), raw, headers(mapper, request.headers()),
					bytes(request.body())));
		HttpHeaders outer = new HttpHeaders();
		TRANSPORT.forEach((name) -> {
			String value = request.headers().getFirst(name);
			if (value != null) {
				outer.set(name, value);
			}
		});
		outer.set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
		return new InvokeRequest(request.command(), new InvokeBody.Raw(sealed), outer, request.page());
	}

	private static @Nullable String headers(JsonMapper mapper, HttpHeaders headers) {
		List<List<String>> pairs = new ArrayList<>();
		headers.forEach((name, values) -> {
			String key = name.toLowerCase(Locale.ROOT);
			if (!TRANSPORT.contains(key)) {
				values.forEach((value) -> pairs.add(List.of(key, value)));
			}
		});
		return pairs.isEmpty() ? null : mapper.writeValueAsString(pairs);
	}

	private static byte[] bytes(InvokeBody body) {
		return (body instanceof InvokeBody.Raw raw) ? raw.bytes()
				: ((InvokeBody.Json) body).text().getBytes(StandardCharsets.UTF_8);
	}

}
