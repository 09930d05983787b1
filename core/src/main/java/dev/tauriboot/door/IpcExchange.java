package dev.tauriboot.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * What the doors, the IPC filter chain and its end keep on an exchange: the decoded
 * request on the way in, the response on the way out. A filter that decodes bodies
 * replaces the request.
 *
 * @since 0.1.0
 */
public final class IpcExchange {

	/** Path prefix of IPC requests in the exchange, whatever URL the page used. */
	public static final String PATH_PREFIX = "/__tauri__/ipc/";

	private static final String REQUEST = IpcExchange.class.getName() + ".REQUEST";

	private static final String RESPONSE = IpcExchange.class.getName() + ".RESPONSE";

	private IpcExchange() {
	}

	/**
	 * The decoded request.
	 * @param exchange the exchange
	 * @return the request
	 * @throws IllegalStateException if no door has decoded one
	 */
	public static InvokeRequest request(ServerWebExchange exchange) {
		InvokeRequest request = exchange.getAttribute(REQUEST);
		Assert.state(request != null, "no door has decoded a request for this exchange");
		return request;
	}

	/**
	 * Set the decoded request.
	 * @param exchange the exchange
	 * @param request the request
	 */
	public static void setRequest(ServerWebExchange exchange, InvokeRequest request) {
		exchange.getAttributes().put(REQUEST, request);
	}

	static @Nullable InvokeResponse response(ServerWebExchange exchange) {
		return exchange.getAttribute(RESPONSE);
	}

	/**
	 * Set the response, as the end of the chain does, or a filter that answers by itself.
	 * @param exchange the exchange
	 * @param response the response
	 */
	public static void setResponse(ServerWebExchange exchange, InvokeResponse response) {
		exchange.getAttributes().put(RESPONSE, response);
	}

	static URI uri(String command) {
		return URI.create("http://ipc.localhost" + PATH_PREFIX + UriUtils.encode(command, StandardCharsets.UTF_8));
	}

}
