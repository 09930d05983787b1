package dev.tauriboot.plugin.websocket;

import java.util.List;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a page wants a web socket: section 3.15 of the plugins' contract. The sizes of
 * buffers are left to the library.
 *
 * @param maxWriteBufferSize how large a message that is sent may be
 * @param maxMessageSize how large a message that comes may be, or {@code none}
 * @param maxFrameSize how large a part of one may be, or {@code none}
 * @param headers names and values
 */
record ConnectionConfig(@Nullable Long maxWriteBufferSize, @Nullable JsonNode maxMessageSize,
		@Nullable JsonNode maxFrameSize, @Nullable List<List<String>> headers) {

	SocketOptions options() {
		SocketOptions defaults = SocketOptions.DEFAULT;
		List<HttpHeader> headers = ((this.headers != null) ? this.headers : List.<List<String>>of()).stream()
			.map((pair) -> {
				if (pair.size() != 2) {
					throw invalid("invalid length %d, expected a tuple of size 2".formatted(pair.size()));
				}
				return new HttpHeader(pair.get(0), pair.get(1));
			})
			.toList();
		long written = (this.maxWriteBufferSize != null) ? this.maxWriteBufferSize : defaults.maxWriteSize();
		if (written < 0) {
			throw invalid("invalid value: integer `%d`, expected usize".formatted(written));
		}
		return new SocketOptions(headers, size(this.maxMessageSize, defaults.maxMessageSize()),
				size(this.maxFrameSize, defaults.maxFrameSize()), written);
	}

	private static long size(@Nullable JsonNode node, long absent) {
		if (node == null || node.isNull()) {
			return absent;
		}
		if (node.isString() && node.stringValue().equals("none")) {
			return Long.MAX_VALUE;
		}
		if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
			throw invalid("data did not match any variant of untagged enum Max");
		}
		return node.longValue();
	}

	private static InvokeException invalid(String detail) {
		return new InvokeException("invalid args `config` for command `connect`: " + detail);
	}

}
