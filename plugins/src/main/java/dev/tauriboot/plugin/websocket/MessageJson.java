package dev.tauriboot.plugin.websocket;

import dev.tauriboot.ipc.ByteNumbers;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as pages write and read it: bytes are numbers.
 *
 * @param type the kind of message
 * @param data its content
 */
record MessageJson(String type, @Nullable Object data) {

	static MessageJson of(SocketMessage message) {
		if (message instanceof SocketMessage.Text text) {
			return new MessageJson("Text", text.text());
		}
		if (message instanceof SocketMessage.Binary binary) {
			return new MessageJson("Binary", ByteNumbers.of(binary.bytes()));
		}
		if (message instanceof SocketMessage.Ping ping) {
			return new MessageJson("Ping", ByteNumbers.of(ping.bytes()));
		}
		if (message instanceof SocketMessage.Pong pong) {
			return new MessageJson("Pong", ByteNumbers.of(pong.bytes()));
		}
		SocketMessage.Close close = (SocketMessage.Close) message;
		return new MessageJson("Close", (close.code() != null) ? new CloseFrame(close.code(), close.reason()) : null);
	}

	static SocketMessage read(JsonNode message) {
		JsonNode data = message.path("data");
		String type = message.path("type").isString() ? message.path("type").stringValue() : "";
		return switch (type) {
			case "Text" -> {
				if (!data.isString()) {
					throw invalid("invalid type, expected a string");
				}
				yield new SocketMessage.Text(data.stringValue());
			}
			case "Binary" -> new SocketMessage.Binary(bytes(data));
			case "Ping" -> new SocketMessage.Ping(bytes(data));
			case "Pong" -> new SocketMessage.Pong(bytes(data));
			case "Close" -> close(data);
			default -> throw invalid(
					"unknown variant `%s`, expected one of `Text`, `Binary`, `Ping`, `Pong`, `Close`".formatted(type));
		};
	}

	private static SocketMessage close(JsonNode data) {
		if (data.isNull() || data.isMissingNode()) {
			return new SocketMessage.Close(null, "");
		}
		JsonNode code = data.path("code");
		JsonNode reason = data.path("reason");
		if (!code.isIntegralNumber() || !code.canConvertToInt() || !reason.isString()) {
			throw invalid("invalid type, expected struct CloseFrame");
		}
		return new SocketMessage.Close(code.intValue(), reason.stringValue());
	}

	private static byte[] bytes(JsonNode data) {
		if (!data.isArray()) {
			throw invalid("invalid type, expected a sequence");
		}
		return ByteNumbers.read(data, (number) -> invalid("invalid value: `%s`, expected u8".formatted(number)));
	}

	private static InvokeException invalid(String detail) {
		return new InvokeException("invalid args `message` for command `send`: " + detail);
	}

	/**
	 * How a connection ended.
	 *
	 * @param code why
	 * @param reason in words
	 */
	record CloseFrame(int code, String reason) {
	}

}
