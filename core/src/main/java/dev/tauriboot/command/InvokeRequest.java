package dev.tauriboot.command;

import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.window.Page;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * An invoke as a door has decoded it. A command method may declare it as a parameter to
 * read the whole body and the headers.
 *
 * @param command the full command name as sent
 * @param body the payload
 * @param headers the request headers, names case-insensitive, those of the caller's
 * {@code options.headers} among them
 * @param page the document that calls, established by the door and never by the body
 * @since 0.1.0
 */
public record InvokeRequest(String command, InvokeBody body, HttpHeaders headers, Page page) {

	public InvokeRequest {
		Assert.notNull(command, "'command' must not be null");
		Assert.notNull(body, "'body' must not be null");
		Assert.notNull(headers, "'headers' must not be null");
		Assert.notNull(page, "'page' must not be null");
	}

}
