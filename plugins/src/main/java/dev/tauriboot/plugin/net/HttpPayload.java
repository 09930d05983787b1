package dev.tauriboot.plugin.net;

import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * What a request sends. It can be sent again, as a redirection may want.
 *
 * @param length how many bytes it has
 * @param content makes the bytes, exactly that many, for each time it is sent
 * @since 0.1.0
 */
public record HttpPayload(long length, Supplier<Publisher<? extends ByteBuf>> content) {

	public HttpPayload {
		Assert.isTrue(length >= 0, "'length' must not be negative");
		Assert.notNull(content, "'content' must not be null");
	}

	/**
	 * Bytes in memory.
	 * @param bytes the bytes, not copied
	 * @return the payload
	 */
	public static HttpPayload of(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		return new HttpPayload(bytes.length, () -> Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)));
	}

}
