package dev.tauriboot.plugin.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a redirection makes of a call: 301, 302 and 303 ask with {@code GET} and without
 * the body, 307 and 308 as before. What is secret stays with its origin.
 */
final class Redirects {

	private static final Set<String> OF_THE_BODY = Set.of("content-encoding", "content-language", "content-location",
			"content-length", "content-type", "transfer-encoding");

	private static final Set<String> SECRET = Set.of("authorization", "cookie", "cookie2", "proxy-authorization",
			"www-authenticate");

	private Redirects() {
	}

	/**
	 * The call that a response leads to.
	 * @return the call, or {@code null} if the response is the answer
	 * @throws RuntimeException if it must not be followed
	 */
	static @Nullable HttpCall next(HttpCall call, HttpReply reply, boolean followed) {
		boolean keeps = reply.status() == 307 || reply.status() == 308;
		if (!keeps && reply.status() != 301 && reply.status() != 302 && reply.status() != 303) {
			return null;
		}
		String location = reply.header("location");
		WebUrl target = (location != null) ? resolve(call.url(), location) : null;
		if (target == null || (call.redirections() == 0 && !followed)) {
			return null;
		}
		if (call.redirections() == 0) {
			throw failed(call, "too many redirects");
		}
		if (!target.protocol().equals("http") && !target.protocol().equals("https")) {
			throw failed(call, "URL scheme is not allowed");
		}
		call.redirectCheck().accept(target);
		boolean rewritten = !keeps && !call.method().equals("GET") && !call.method().equals("HEAD");
		List<HttpHeader> headers = new ArrayList<>();
		for (HttpHeader header : call.headers()) {
			String name = header.name().toLowerCase(Locale.ROOT);
			boolean dropped = (!keeps && OF_THE_BODY.contains(name)) || name.equals("host")
					|| (SECRET.contains(name) && !isSameOrigin(call.url(), target));
			if (!dropped) {
				headers.add(header);
			}
		}
		return call.redirected(rewritten ? "GET" : call.method(), target, headers, keeps ? call.payload() : null);
	}

	private static NetworkException failed(HttpCall call, String why) {
		return new NetworkException("error following redirect for url (%s): %s".formatted(call.shownUrl(), why), null);
	}

	private static boolean isSameOrigin(WebUrl first, WebUrl second) {
		return first.protocol().equals(second.protocol()) && first.hostname().equals(second.hostname())
				&& first.port().equals(second.port());
	}

	/**
	 * The URL that a location means.
	 * @return the URL, or {@code null} if it is none
	 */
	static @Nullable WebUrl resolve(WebUrl base, String location) {
		String text = decode(location.strip());
		WebUrl target = text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") ? WebUrl.parse(text)
				: WebUrl.parse(absolute(base, text));
		if (target == null || !target.hash().isEmpty() || base.hash().isEmpty()) {
			return target;
		}
		return WebUrl.parse(target + "#" + base.hash());
	}

	private static String absolute(WebUrl base, String relative) {
		if (relative.matches("(?s)[/\\\\]{2}.*")) {
			return base.protocol() + ":" + relative;
		}
		String origin = base.protocol() + "://" + user(base) + base.hostname()
				+ (base.port().isEmpty() ? "" : ":" + base.port());
		if (relative.startsWith("/") || relative.startsWith("\\")) {
			return origin + relative;
		}
		if (relative.startsWith("?")) {
			return origin + base.pathname() + relative;
		}
		if (relative.isEmpty() || relative.startsWith("#")) {
			return origin + base.pathname() + (base.search().isEmpty() ? "" : "?" + base.search()) + relative;
		}
		return origin + base.pathname().substring(0, base.pathname().lastIndexOf('/') + 1) + relative;
	}

	private static String user(WebUrl url) {
		boolean none = url.username().isEmpty() && url.password().isEmpty();
		return none ? "" : url.username() + ":" + url.password() + "@";
	}

	// Servers send names in UTF-8, though each character counts as a byte.
	private static String decode(String location) {
		try {
			return Objects.toString(StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(location.getBytes(StandardCharsets.ISO_8859_1))));
		}
		catch (CharacterCodingException ex) {
			return location;
		}
	}

}
