package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.PlainText;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Second filter of the IPC chain under the isolation pattern: nothing passes that was not
 * encrypted for this command and this document, once. All refusals are the same answer.
 *
 * @since 0.1.0
 */
public final class IsolationDecryptionWebFilter implements WebFilter {

	/**
	 * Header of a request whose body the application holds already.
	 */
	public static final String KEPT_HEADER = "Tauri-Isolation-Kept";

	private static final Log logger = LogFactory.getLog(IsolationDecryptionWebFilter.class);

	private static final String RESULT_COMMAND = "plugin:__TAURI_CHANNEL__|fetch";

	private static final String[] TRANSPORT_HEADERS = { "Tauri-Callback", "Tauri-Error", "Tauri-Invoke-Key",
			HttpHeaders.ORIGIN };

	private static final int MAX_NAME = 128;

	private static final InvokeResponse REFUSED = new InvokeResponse.Error("\"the message was refused by isolation\"");

	private final IsolationPattern pattern;

	private final JsonMapper mapper;

	/**
	 * Create the filter.
	 * @param pattern has the sessions
	 * @param mapper reads JSON payloads
	 */
	public IsolationDecryptionWebFilter(IsolationPattern pattern, JsonMapper mapper) {
		Assert.notNull(pattern, "'pattern' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pattern = pattern;
		this.mapper = mapper;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		InvokeRequest request = IpcExchange.request(exchange);
		InvokeResponse result = heldResult(request);
		if (result != null) {
			IpcExchange.setResponse(exchange, result);
			return Mono.empty();
		}
		InvokeRequest opened = open(request);
		if (opened == null) {
			log(request, this.pattern.refused(request.page()));
			IpcExchange.setResponse(exchange, REFUSED);
			return Mono.empty();
		}
		IpcExchange.setRequest(exchange, opened);
		return chain.filter(exchange);
	}

	// A page may send as many as it likes.
	private static void log(InvokeRequest request, boolean first) {
		LogMessage text = LogMessage.of(() -> "A message for '" + PlainText.of(request.command(), MAX_NAME)
				+ "' from webview '" + request.page().webview().label() + "' was refused");
		if (first) {
			logger.warn(text);
		}
		else {
			logger.debug(text);
		}
	}

	// The large result of a call that has passed is no message of its own: it reaches no
	// command, and only the page that was told its number can have it.
	private static @Nullable InvokeResponse heldResult(InvokeRequest request) {
		String id = request.headers().getFirst("Tauri-Result-Id");
		if (id == null || !request.command().equals(RESULT_COMMAND)) {
			return null;
		}
		try {
			return request.page().outbound().takeHeldResult(Integer.parseUnsignedInt(id));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private @Nullable InvokeRequest open(InvokeRequest request) {
		IsolationSession session = this.pattern.findSession(request.page());
		if (session == null || !(request.body() instanceof InvokeBody.Raw raw)) {
			return null;
		}
		String name = request.headers().getFirst(KEPT_HEADER);
		ByteBuffer sealed = (name != null) ? session.takeKept(name) : raw.buffer();
		IsolationSession.Message message = (sealed != null) ? session.open(request.command(), sealed) : null;
		HttpHeaders headers = (message != null) ? headers(request.headers(), message) : null;
		if (message == null || headers == null) {
			return null;
		}
		InvokeBody body = message.raw() ? new InvokeBody.Raw(message.body())
				: new InvokeBody.Json(text(message.body()), this.mapper);
		return new InvokeRequest(request.command(), body, headers, request.page());
	}

	private static String text(ByteBuffer body) {
		return body.hasArray() ? new String(body.array(), body.arrayOffset() + body.position(), body.remaining(),
				StandardCharsets.UTF_8) : new String(new InvokeBody.Raw(body).bytes(), StandardCharsets.UTF_8);
	}

	// Only what the hook has seen: headers beside the encrypted message are the page's
	// own.
	private @Nullable HttpHeaders headers(HttpHeaders outer, IsolationSession.Message message) {
		HttpHeaders headers = new HttpHeaders();
		if (message.headers() != null) {
			try {
				for (JsonNode pair : this.mapper.readTree(message.headers())) {
					headers.add(pair.required(0).asString(), pair.required(1).asString());
				}
			}
			catch (JacksonException ex) {
				return null;
			}
		}
		for (String name : TRANSPORT_HEADERS) {
			String value = outer.getFirst(name);
			headers.remove(name);
			if (value != null) {
				headers.set(name, value);
			}
		}
		headers.set(HttpHeaders.CONTENT_TYPE, message.raw() ? "application/octet-stream" : "application/json");
		return headers;
	}

}
