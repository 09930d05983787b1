package dev.tauriboot.plugin.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.url.WebUrl;

import org.springframework.util.Assert;

/**
 * What is to be transferred.
 *
 * @param url the URL
 * @param file the file to send, or to write
 * @param headers what is sent besides
 * @param redirectCheck throws if a redirection must not be followed
 * @since 0.1.0
 */
public record Transfer(String url, Path file, List<HttpHeader> headers, Consumer<WebUrl> redirectCheck) {

	public Transfer {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(file, "'file' must not be null");
		Assert.notNull(redirectCheck, "'redirectCheck' must not be null");
		headers = List.copyOf(headers);
	}

	/**
	 * A transfer that follows any redirection.
	 * @param url the URL
	 * @param file the file to send, or to write
	 * @return the transfer
	 */
	public static Transfer of(String url, Path file) {
		return new Transfer(url, file, List.of(), (target) -> {
		});
	}

	/**
	 * The same with a header more.
	 * @param name its name
	 * @param value its value
	 * @return the transfer
	 */
	public Transfer header(String name, String value) {
		List<HttpHeader> headers = new ArrayList<>(this.headers);
		headers.add(new HttpHeader(name, value));
		return new Transfer(this.url, this.file, headers, this.redirectCheck);
	}

}
