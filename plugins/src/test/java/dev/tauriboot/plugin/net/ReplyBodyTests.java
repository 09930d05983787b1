package dev.tauriboot.plugin.net;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReplyBody}, which {@link NetworkClientTests} has with servers.
 */
class ReplyBodyTests {

	private static final int BLOCK = 60_000;

	private final byte[] content = new byte[10_000_000];

	private final List<ByteBuf> buffers = IntStream.rangeClosed(0, this.content.length / BLOCK)
		.mapToObj((block) -> Unpooled.wrappedBuffer(this.content, block * BLOCK,
				Math.min(BLOCK, this.content.length - block * BLOCK)))
		.toList();

	private final AtomicInteger sent = new AtomicInteger();

	private ReplyBody body() {
		new Random(1).nextBytes(this.content);
		return new ReplyBody(Flux.fromIterable(this.buffers).doOnNext((buffer) -> this.sent.incrementAndGet()));
	}

	@Test
	void piecesThatWerePutTogetherAheadAreTheWhole() {
		ReplyBody body = body();
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		int room = 1;
		for (byte[] piece; (piece = body.read(room).block()).length > 0; room = 3 - room) {
			assertThat(piece).endsWith(new byte[room]);
			whole.write(piece, 0, piece.length - room);
		}
		assertThat(whole.toByteArray()).isEqualTo(this.content);
		assertThat(this.sent).hasValue(this.buffers.size());
		assertThat(this.buffers).allMatch((buffer) -> buffer.refCnt() == 1);
	}

	@Test
	void onlySomeIsReadAhead() {
		ReplyBody body = body();
		assertThat(this.sent).hasValueBetween(70, 90);
		assertThat(body.read().block()).hasSizeBetween(4_000_000, 6_000_000);
		body.close();
		assertThatExceptionOfType(NetworkException.class).isThrownBy(() -> body.read().block())
			.withMessage("Request canceled");
		assertThat(this.buffers).allMatch((buffer) -> buffer.refCnt() == 1);
	}

}
