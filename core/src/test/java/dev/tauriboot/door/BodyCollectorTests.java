package dev.tauriboot.door;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferWrapper;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BodyCollector}.
 */
class BodyCollectorTests {

	private static final int LIMIT = 1024 * 1024 * 1024;

	private static final int PART = 64 * 1024;

	private final byte[] body = new byte[100 * PART + 1];

	BodyCollectorTests() {
		new Random(1).nextBytes(this.body);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void arrayIsTakenAsItIs(boolean announced) {
		Flux<DataBuffer> whole = Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(this.body));
		assertThat(collect(announced ? this.body.length : -1, whole)).isSameAs(this.body);
	}

	// No JVM has an array of that length.
	@Test
	void bodyThereIsNoMemoryForIsRefused() {
		assertThatExceptionOfType(DataBufferLimitException.class)
			.isThrownBy(() -> BodyCollector.allocate(Integer.MAX_VALUE, byte[]::new))
			.withMessage("there is no memory for a body of 2147483647 bytes");
	}

	@Test
	void partOfAnArrayIsCopied() {
		ByteBuffer part = ByteBuffer.wrap(this.body, 1, 5).slice();
		assertThat(collect(-1, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(part))))
			.containsExactly(Arrays.copyOfRange(this.body, 1, 6));
	}

	@Test
	void arrayThatIsTakenIsNotWrittenTo() {
		byte[] first = { 1, 2 };
		Flux<DataBuffer> parts = Flux.just(new byte[0], first, new byte[] { 3 })
			.map(DefaultDataBufferFactory.sharedInstance::wrap);
		assertThat(collect(3, parts)).containsExactly(1, 2, 3);
		assertThat(first).containsExactly(1, 2);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 10 })
	void noBodyIsNoBytes(long announced) {
		assertThat(collect(announced, Flux.empty())).isEmpty();
	}

	// Too little, too much, by a byte and by far, and not at all.
	@ParameterizedTest
	@ValueSource(longs = { 6_553_601, -1, 0, 1, 6_553_600, 6_553_602, LIMIT })
	void bodyIsWhatComesWhateverIsAnnounced(long announced) {
		assertThat(collect(announced, Flux.fromIterable(parts()))).isEqualTo(this.body);
	}

	@Test
	void partIsReleasedBeforeTheNextIsRead() {
		List<Part> parts = parts();
		Flux<Part> read = Flux.range(0, parts.size()).map((i) -> {
			assertThat(parts.subList(0, i)).allMatch((part) -> part.owners == 0);
			return parts.get(i);
		});
		assertThat(collect(this.body.length, read)).isEqualTo(this.body);
		assertThat(parts).allMatch((part) -> part.owners == 0);
	}

	@Test
	void bodyOfAnnouncedLengthIsThereOnce() {
		List<Part> parts = parts();
		assertThat(allocated(() -> collect(this.body.length, Flux.fromIterable(parts))))
			.isBetween((long) this.body.length, this.body.length + 2L * BodyCollector.AHEAD);
	}

	@Test
	void lengthThatIsOnlyAnnouncedTakesLittle() {
		List<Part> parts = parts().subList(0, 2);
		assertThat(allocated(() -> collect(LIMIT, Flux.fromIterable(parts)))).isLessThan(2L * BodyCollector.AHEAD);
	}

	@ParameterizedTest
	@CsvSource({ "10,5", "10,-1", "1,-1", "0,-1" })
	void partsOverTheLimitAreReleased(int limit, long announced) {
		List<Part> parts = List.of(new Part(new byte[limit]), new Part(new byte[1]), new Part(new byte[1]));
		assertThatExceptionOfType(DataBufferLimitException.class)
			.isThrownBy(() -> collect(announced, limit, Flux.fromIterable(parts)));
		assertThat(parts).allMatch((part) -> part.owners == 0);
	}

	@ParameterizedTest
	@CsvSource({ "10,10", "10,-1", "10,11", "1,-1" })
	void bodyAtTheLimitIsTaken(int limit, long announced) {
		List<Part> parts = List.of(new Part(new byte[limit - 1]), new Part(new byte[1]));
		assertThat(collect(announced, limit, Flux.fromIterable(parts))).hasSize(limit);
	}

	@Test
	void partThatCannotBeReadIsReleased() {
		Part part = new Part(new byte[3]) {

			@Override
			public DataBuffer read(byte[] destination, int offset, int length) {
				throw new IllegalStateException("expected by the test");
			}

		};
		assertThatIllegalStateException().isThrownBy(() -> collect(3, Flux.just(part)))
			.withMessage("expected by the test");
		assertThat(part.owners).isZero();
	}

	@Test
	void partsAreReleasedOfBodyThatBreaksOff() {
		Part part = new Part(new byte[3]);
		Flux<DataBuffer> broken = Flux.<DataBuffer>just(part)
			.concatWith(Mono.error(new IllegalStateException("expected by the test")));
		assertThatIllegalStateException().isThrownBy(() -> collect(10, broken)).withMessage("expected by the test");
		assertThat(part.owners).isZero();
	}

	@Test
	void partsAreReleasedOfBodyThatNobodyWaitsFor() {
		Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
		Disposable waiting = BodyCollector.collect(request(10, body.asFlux()), LIMIT).subscribe();
		Part part = new Part(new byte[3]);
		body.tryEmitNext(part).orThrow();
		waiting.dispose();
		assertThat(part.owners).isZero();
		assertThat(body.currentSubscriberCount()).isZero();
	}

	private List<Part> parts() {
		List<Part> parts = new ArrayList<>();
		for (int from = 0; from < this.body.length; from += PART) {
			int to = Math.min(from + PART, this.body.length);
			parts.add(new Part(Arrays.copyOfRange(this.body, from, to)));
		}
		return parts;
	}

	private static byte[] collect(long announced, Publisher<? extends DataBuffer> body) {
		return collect(announced, LIMIT, body);
	}

	private static byte[] collect(long announced, int limit, Publisher<? extends DataBuffer> body) {
		return BodyCollector.collect(request(announced, body), limit).block();
	}

	private static MockServerHttpRequest request(long announced, Publisher<? extends DataBuffer> body) {
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.post("/");
		if (announced >= 0) {
			request.contentLength(announced);
		}
		return request.body(body);
	}

	private static long allocated(Runnable work) {
		// Classes are loaded before.
		collect(2, Flux.just(new Part(new byte[1]), new Part(new byte[1])));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		work.run();
		return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
	}

	/**
	 * A part of a pool.
	 */
	private static class Part extends DataBufferWrapper implements PooledDataBuffer {

		private int owners = 1;

		Part(byte[] bytes) {
			super(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
		}

		@Override
		public boolean isAllocated() {
			return this.owners > 0;
		}

		@Override
		public PooledDataBuffer retain() {
			this.owners++;
			return this;
		}

		@Override
		public PooledDataBuffer touch(Object hint) {
			return this;
		}

		@Override
		public boolean release() {
			assertThat(this.owners).isPositive();
			return --this.owners == 0;
		}

	}

}
