package dev.tauriboot.door;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Puts the parts of a request's body into one array. A body whose length is announced is
 * not there twice, one that comes as an array is not copied at all.
 *
 * @since 0.1.0
 */
public final class BodyCollector {

	/**
	 * How much must have come before an announced length is believed: whoever only
	 * announces takes no more memory than this.
	 */
	static final int AHEAD = 1024 * 1024;

	private final int announced;

	private final int limit;

	private byte[] bytes = {};

	private int count;

	BodyCollector(long announced, int limit) {
		this.announced = (int) Math.min(announced, limit);
		this.limit = limit;
	}

	/**
	 * Collect the body of a request.
	 * @param request the request
	 * @param limit the most bytes the body may have
	 * @return the bytes, possibly none; {@link DataBufferLimitException} if there are
	 * more
	 */
	public static Mono<byte[]> collect(ServerHttpRequest request, int limit) {
		// The part that is refused is released as one that is discarded.
		return request.getBody()
			.collect(() -> new BodyCollector(request.getHeaders().getContentLength(), limit), BodyCollector::add)
			.map(BodyCollector::bytes)
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	/**
	 * Make room for a body.
	 * @param length how many bytes
	 * @param memory gives so many bytes
	 * @param <T> as what
	 * @return the room
	 * @throws DataBufferLimitException if there is not so much memory; the application
	 * goes on
	 */
	public static <T> T allocate(int length, IntFunction<T> memory) {
		try {
			return memory.apply(length);
		}
		catch (OutOfMemoryError ex) {
			throw new DataBufferLimitException("there is no memory for a body of " + length + " bytes");
		}
	}

	static DataBufferLimitException tooLarge(int limit) {
		return new DataBufferLimitException("the body is larger than the limit of " + limit + " bytes");
	}

	void add(DataBuffer part) {
		int length = part.readableByteCount();
		if (length > this.limit - this.count) {
			throw tooLarge(this.limit);
		}
		byte[] array = (this.count == 0) ? array(part) : null;
		if (array != null) {
			this.bytes = array;
		}
		else {
			if (length > this.bytes.length - this.count) {
				byte[] larger = allocate(capacity(this.count + length), byte[]::new);
				System.arraycopy(this.bytes, 0, larger, 0, this.count);
				this.bytes = larger;
			}
			part.read(this.bytes, this.count, length);
		}
		this.count += length;
		DataBufferUtils.release(part);
	}

	private static byte @Nullable [] array(DataBuffer part) {
		if (part instanceof DefaultDataBuffer heap && heap.readPosition() == 0) {
			ByteBuffer buffer = heap.getNativeBuffer();
			if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.array().length == heap.readableByteCount()) {
				return buffer.array();
			}
		}
		return null;
	}

	private int capacity(int needed) {
		if (needed > this.announced) {
			return (int) Math.min(2L * needed, this.limit);
		}
		return (needed > AHEAD) ? this.announced : Math.min(this.announced, AHEAD);
	}

	int count() {
		return this.count;
	}

	byte[] bytes() {
		return (this.count == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.count);
	}

}
