package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.util.Random;

import dev.tauriboot.isolation.IsolationSession.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IsolationSession}.
 */
class IsolationSessionTests {

	private final IsolationKey launch = IsolationKey.generate();

	private final IsolationSession session = new IsolationSession(this.launch.derive(), 10, 3);

	@Test
	void messageComesBackAsItWas() {
		Message message = this.session.open("greet",
				this.session.seal(new Message("greet", true, "[[\"a\",\"ü\"]]", new byte[] { 1, 2 })));
		assertThat(message).isNotNull();
		assertThat(message.command()).isEqualTo("greet");
		assertThat(message.raw()).isTrue();
		assertThat(message.headers()).isEqualTo("[[\"a\",\"ü\"]]");
		assertThat(message.body()).isEqualTo(ByteBuffer.wrap(new byte[] { 1, 2 }));
		Message empty = this.session.open("x", this.session.seal(new Message("x", false, null, new byte[0])));
		assertThat(empty.raw()).isFalse();
		assertThat(empty.headers()).isNull();
		assertThat(empty.body().hasRemaining()).isFalse();
	}

	@Test
	void largeMessageIsDecryptedOutsideOfTheHeap() {
		byte[] bytes = new byte[DirectMemory.LARGE];
		new Random(1).nextBytes(bytes);
		ByteBuffer sealed = this.session.seal(new Message("save", true, "[]", bytes));
		assertThat(sealed.isDirect()).isFalse();
		Message message = this.session.open("save", sealed);
		assertThat(message.headers()).isEqualTo("[]");
		assertThat(message.body().isDirect()).isTrue();
		assertThat(message.body()).isEqualTo(ByteBuffer.wrap(bytes));
		assertThat(this.session.open("save", sealed.clear())).as("once").isNull();
	}

	@Test
	void messageIsOpenedOnce() {
		byte[] sealed = this.session.seal(new Message("greet", false, null, new byte[] { 1 })).array();
		assertThat(this.session.open("count", ByteBuffer.wrap(sealed.clone()))).isNull();
		assertThat(this.session.open("greet", ByteBuffer.wrap(sealed.clone()))).isNotNull();
		assertThat(this.session.open("greet", ByteBuffer.wrap(sealed.clone()))).isNull();
	}

	@Test
	void sessionsDoNotUnderstandEachOther() {
		IsolationSession other = new IsolationSession(this.launch.derive(), 10, 3);
		assertThat(other.open("greet", this.session.seal(new Message("greet", false, null, new byte[] { 1 }))))
			.isNull();
	}

	@Test
	void nothingIsToldOfSecrets() {
		assertThat(this.launch).hasToString("IsolationKey[***]");
		assertThat(new Message("greet", false, "[[\"secret\",\"x\"]]", new byte[0])).hasToString("Message[greet]");
	}

	@Test
	void keptMessageIsGivenOutOnce() {
		ByteBuffer sealed = ByteBuffer.allocate(1);
		String name = this.session.keep(sealed);
		assertThat(this.session.takeKept("other")).isNull();
		assertThat(this.session.takeKept(name)).isSameAs(sealed);
		assertThat(this.session.takeKept(name)).isNull();
	}

	@Test
	void noMoreIsKeptThanMayWaitUnlessItIsOneMessage() {
		String large = this.session.keep(ByteBuffer.allocate(11));
		assertThat(large).isNotNull();
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNull();
		this.session.takeKept(large);
		assertThat(this.session.keep(ByteBuffer.allocate(4))).isNotNull();
		assertThat(this.session.keep(ByteBuffer.allocate(6))).isNotNull();
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNull();
	}

	@Test
	void onlySoManyAreKept() {
		String first = this.session.keep(ByteBuffer.allocate(1));
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNotNull();
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNotNull();
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNull();
		this.session.takeKept(first);
		assertThat(this.session.keep(ByteBuffer.allocate(1))).isNotNull();
	}

}
