package dev.tauriboot.plugin.websocket;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.plugin.net.HttpHeader;

import org.springframework.util.Assert;

/**
 * How a web socket is opened, and what it takes.
 *
 * @param headers what the handshake sends besides its own
 * @param maxMessageSize how large a message that comes may be, in bytes
 * @param maxFrameSize how large a part of one may be
 * @param maxWriteSize how large a message that is sent may be
 * @since 0.1.0
 */
public record SocketOptions(List<HttpHeader> headers, long maxMessageSize, long maxFrameSize, long maxWriteSize) {

	/**
	 * No headers, messages of 64 MiB in parts of 16 MiB, and no limit on what is sent.
	 */
	public static final SocketOptions DEFAULT = new SocketOptions(List.of(), 64 << 20, 16 << 20, Long.MAX_VALUE);

	public SocketOptions {
		headers = List.copyOf(headers);
		Assert.isTrue(maxMessageSize >= 0 && maxFrameSize >= 0 && maxWriteSize >= 0, "sizes must not be negative");
	}

	/**
	 * The same with a header more.
	 * @param name its name
	 * @param value its value
	 * @return the options
	 */
	public SocketOptions header(String name, String value) {
		List<HttpHeader> headers = new ArrayList<>(this.headers);
		headers.add(new HttpHeader(name, value));
		return new SocketOptions(headers, this.maxMessageSize, this.maxFrameSize, this.maxWriteSize);
	}

}
