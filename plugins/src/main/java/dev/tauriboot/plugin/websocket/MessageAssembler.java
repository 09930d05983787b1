package dev.tauriboot.plugin.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.tauriboot.plugin.net.NetworkException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of frames.
 */
final class MessageAssembler {

	private final long limit;

	private @Nullable ByteBuf parts;

	private boolean text;

	MessageAssembler(long limit) {
		this.limit = limit;
	}

	/**
	 * Take a frame, whose bytes are copied.
	 * @return the message that it completes, or {@code null} if there is more to come
	 * @throws Violation if the other side must be told that it goes too far
	 */
	@Nullable SocketMessage add(WebSocketFrame frame) {
		if (frame instanceof PingWebSocketFrame) {
			return new SocketMessage.Ping(ByteBufUtil.getBytes(frame.content()));
		}
		if (frame instanceof PongWebSocketFrame) {
			return new SocketMessage.Pong(ByteBufUtil.getBytes(frame.content()));
		}
		if (!(frame instanceof ContinuationWebSocketFrame)) {
			this.text = frame instanceof TextWebSocketFrame;
			if (!this.text && !(frame instanceof BinaryWebSocketFrame)) {
				return null;
			}
		}
		long size = (long) frame.content().readableBytes() + ((this.parts != null) ? this.parts.readableBytes() : 0);
		if (size > this.limit) {
			throw new Violation(1009, "Space limit exceeded: Message too long: %d > %d".formatted(size, this.limit));
		}
		if (frame.isFinalFragment() && this.parts == null) {
			return message(ByteBufUtil.getBytes(frame.content()));
		}
		if (this.parts == null) {
			this.parts = Unpooled.buffer();
		}
		this.parts.writeBytes(frame.content());
		if (!frame.isFinalFragment()) {
			return null;
		}
		byte[] whole = Arrays.copyOf(this.parts.array(), this.parts.readableBytes());
		this.parts = null;
		return message(whole);
	}

	private SocketMessage message(byte[] bytes) {
		if (!this.text) {
			return new SocketMessage.Binary(bytes);
		}
		try {
			return new SocketMessage.Text(
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new Violation(1007, "UTF-8 encoding error: invalid UTF-8 in a text message");
		}
	}

	/**
	 * The other side did what it must not.
	 */
	static final class Violation extends NetworkException {

		private final int code;

		Violation(int code, String message) {
			super(message, null);
			this.code = code;
		}

		int code() {
			return this.code;
		}

	}

}
