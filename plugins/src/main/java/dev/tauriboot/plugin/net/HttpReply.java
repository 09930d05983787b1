package dev.tauriboot.plugin.net;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The head of a response. Its body is still to be read, or to be closed.
 *
 * @param status the status
 * @param url where it came from, after redirections
 * @param headers the headers in order
 * @param body the body
 * @since 0.1.0
 */
public record HttpReply(int status, String url, List<HttpHeader> headers, ReplyBody body) {

	public HttpReply {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(body, "'body' must not be null");
		headers = List.copyOf(headers);
	}

	/**
	 * Find a header.
	 * @param name its name
	 * @return the value of the first of that name, or {@code null} if there is none
	 */
	public @Nullable String header(String name) {
		for (HttpHeader header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	/**
	 * Whether the server did what it was asked.
	 * @return whether the status is from 200 to 299
	 */
	public boolean isSuccessful() {
		return this.status / 100 == 2;
	}

}
