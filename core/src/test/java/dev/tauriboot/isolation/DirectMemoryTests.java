package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DirectMemory}.
 */
class DirectMemoryTests {

	private static final int PIECE = 64 * 1024;

	private final DirectMemory memory = new DirectMemory(4 * PIECE);

	@Test
	void bufferIsOutsideOfTheHeapAndCounts() {
		ByteBuffer buffer = this.memory.allocate(PIECE);
		assertThat(buffer.isDirect()).isTrue();
		assertThat(buffer.capacity()).isEqualTo(PIECE);
		assertThat(this.memory.out()).isEqualTo(PIECE);
	}

	// The pieces themselves would give the collector no reason to look.
	@Test
	void whatNobodyHasIsLetGo() {
		AtomicLong made = new AtomicLong();
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(() -> {
			this.memory.allocate(PIECE);
			return this.memory.out() < made.addAndGet(PIECE);
		});
	}

	@Test
	void whatSomebodyHasStays() {
		ByteBuffer part = this.memory.allocate(PIECE).slice(1, 1).put(0, (byte) 7);
		for (int i = 0; i < 8; i++) {
			this.memory.allocate(PIECE);
		}
		assertThat(part.get(0)).isEqualTo((byte) 7);
		assertThat(this.memory.out()).isGreaterThanOrEqualTo(PIECE);
	}

}
