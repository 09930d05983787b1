package dev.tauriboot.plugin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.HttpReply;

import org.springframework.http.HttpStatus;

/**
 * The head of a response as pages get it.
 *
 * @param status the status
 * @param statusText what the status means, empty for one that means nothing
 * @param headers names and values
 * @param url where it came from
 * @param rid the number of the body
 */
record FetchAnswer(int status, String statusText, List<List<String>> headers, String url, long rid) {

	// Where Spring's words are older or newer than those of the protocol's clients.
	private static final Map<Integer, String> REASONS = Map.of(413, "Payload Too Large", 416, "Range Not Satisfiable",
			418, "I'm a teapot", 422, "Unprocessable Entity", 505, "HTTP Version Not Supported", 509, "");

	static FetchAnswer of(HttpReply reply, long rid) {
		List<List<String>> headers = new ArrayList<>(reply.headers().size());
		for (HttpHeader header : reply.headers()) {
			headers.add(List.of(header.name(), header.value()));
		}
		return new FetchAnswer(reply.status(), reason(reply.status()), headers, reply.url(), rid);
	}

	private static String reason(int status) {
		String known = REASONS.get(status);
		if (known != null) {
			return known;
		}
		HttpStatus found = HttpStatus.resolve(status);
		return (found != null) ? found.getReasonPhrase() : "";
	}

}
