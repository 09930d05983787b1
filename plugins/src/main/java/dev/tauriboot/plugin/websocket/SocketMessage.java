package dev.tauriboot.plugin.websocket;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What goes through a web socket, in either direction.
 *
 * @since 0.1.0
 */
public sealed interface SocketMessage {

	/**
	 * A text.
	 *
	 * @param text the text
	 */
	record Text(String text) implements SocketMessage {

		public Text {
			Assert.notNull(text, "'text' must not be null");
		}

	}

	/**
	 * Bytes.
	 *
	 * @param bytes the bytes, not copied
	 */
	record Binary(byte[] bytes) implements SocketMessage {

		public Binary {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * A question whether the other side is there. One that comes is answered already.
	 *
	 * @param bytes at most 125 bytes
	 */
	record Ping(byte[] bytes) implements SocketMessage {

		public Ping {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * The answer to a ping.
	 *
	 * @param bytes those of the ping
	 */
	record Pong(byte[] bytes) implements SocketMessage {

		public Pong {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * The end.
	 *
	 * @param code why, or {@code null} to say nothing
	 * @param reason the reason in words, at most 123 bytes
	 */
	record Close(@Nullable Integer code, String reason) implements SocketMessage {

		public Close {
			Assert.notNull(reason, "'reason' must not be null");
		}

	}

}
