package dev.tauriboot.door;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.ByteText;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.window.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decodes calls of a {@link BridgeDoor} as the exchanges that filters see.
 */
final class BridgeExchanges {

	private static final int MAX_CACHED_URIS = 4096;

	// Pages can make up names of any length.
	private static final int MAX_CACHED_CHARS = 256;

	private final JsonMapper mapper;

	private final int maxBodySize;

	private final Map<String, URI> uris = new ConcurrentHashMap<>();

	BridgeExchanges(JsonMapper mapper, int maxBodySize) {
		this.mapper = mapper;
		this.maxBodySize = maxBodySize;
	}

	/**
	 * Decode a call.
	 * @throws JacksonException if its headers are broken
	 * @throws IllegalArgumentException if its body is too large
	 */
	ServerWebExchange create(Page page, BridgeCall call) {
		InvokeBody body = body(call);
		HttpHeaders headers = new HttpHeaders();
		String custom = call.headers();
		if (custom != null) {
			for (JsonNode pair : this.mapper.readTree(custom)) {
				headers.add(pair.get(0).asString(), pair.get(1).asString());
			}
		}
		headers.set("Content-Type", (body instanceof InvokeBody.Raw) ? "application/octet-stream" : "application/json");
		headers.set("Tauri-Callback", Integer.toUnsignedString(call.callback()));
		headers.set("Tauri-Error", Integer.toUnsignedString(call.error()));
		headers.set("Origin", page.origin().toString());
		ServerWebExchange exchange = MemoryExchange.create(HttpMethod.POST, uri(call.command()), headers);
		IpcExchange.setRequest(exchange, new InvokeRequest(call.command(), body, headers, page));
		return exchange;
	}

	private InvokeBody body(BridgeCall call) {
		Supplier<ByteBuffer> bytes = call.bytes();
		if (bytes != null) {
			ByteBuffer made = bytes.get();
			checkSize(made.remaining());
			return new InvokeBody.Raw(made);
		}
		checkSize(call.body().length());
		return call.raw() ? new InvokeBody.Raw(ByteText.read(call.body()))
				: new InvokeBody.Json(call.body(), this.mapper);
	}

	private void checkSize(int size) {
		if (size > this.maxBodySize) {
			throw new IllegalArgumentException("the body is larger than the limit of " + this.maxBodySize + " bytes");
		}
	}

	private URI uri(String command) {
		URI uri = this.uris.get(command);
		if (uri == null) {
			uri = IpcExchange.uri(command);
			if (command.length() <= MAX_CACHED_CHARS && this.uris.size() < MAX_CACHED_URIS) {
				this.uris.put(command, uri);
			}
		}
		return uri;
	}

}
