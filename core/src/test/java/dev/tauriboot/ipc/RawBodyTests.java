package dev.tauriboot.ipc;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InvokeBody.Raw}.
 */
class RawBodyTests {

	private final byte[] bytes = { 1, 2, 3, 4 };

	@Test
	void arrayIsNotCopied() {
		InvokeBody.Raw body = new InvokeBody.Raw(this.bytes);
		assertThat(body.bytes()).isSameAs(this.bytes);
		assertThat(body.buffer().array()).isSameAs(this.bytes);
	}

	@Test
	void whatIsLeftInABufferIsNotCopiedUntilAnArrayIsWanted() {
		InvokeBody.Raw body = new InvokeBody.Raw(ByteBuffer.wrap(this.bytes, 1, 2));
		assertThat(body.buffer().array()).isSameAs(this.bytes);
		assertThat(body.buffer()).isEqualTo(ByteBuffer.wrap(new byte[] { 2, 3 }));
		assertThat(body.bytes()).containsExactly(2, 3).isSameAs(body.bytes());
		assertThat(body.buffer()).isEqualTo(ByteBuffer.wrap(new byte[] { 2, 3 }));
	}

	@Test
	void memoryOutsideOfTheHeapIsReadAsWell() {
		InvokeBody.Raw body = new InvokeBody.Raw(ByteBuffer.allocateDirect(4).put(this.bytes).position(1));
		assertThat(body.buffer().isDirect()).isTrue();
		assertThat(body.bytes()).containsExactly(2, 3, 4);
	}

	@Test
	void readersDoNotMoveEachOther() {
		InvokeBody.Raw body = new InvokeBody.Raw(this.bytes);
		body.buffer().get();
		assertThat(body.buffer().remaining()).isEqualTo(4);
	}

}
