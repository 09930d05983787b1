package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IsolationCipher}.
 */
@ParameterizedClass
@MethodSource("ciphers")
class IsolationCipherTests {

	private static final byte[] NONE = {};

	private static final byte[] NONCE = bytes(12);

	private final GcmCiphers ciphers;

	private final IsolationCipher cipher;

	// On the heap and outside of it.
	private final IntFunction<ByteBuffer> memory;

	IsolationCipherTests(GcmCiphers ciphers, boolean heap) {
		this.ciphers = ciphers;
		this.memory = heap ? ByteBuffer::allocate : ByteBuffer::allocateDirect;
		this.cipher = new IsolationCipher(new SecretKeySpec(bytes(32), "AES"), ciphers);
	}

	static List<Arguments> ciphers() {
		return List.of(Arguments.of(GcmCiphers.JDK, true), Arguments.of(GcmCiphers.FASTEST, true),
				Arguments.of(GcmCiphers.JDK, false), Arguments.of(GcmCiphers.FASTEST, false));
	}

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			bytes[i] = (byte) i;
		}
		return bytes;
	}

	// The platform refuses to use a nonce twice in a row, so each test has a thread.
	private byte[] seal(byte[] bound, byte[] head, byte[] body) {
		int length = NONCE.length + head.length + body.length + IsolationCipher.TAG_BYTES;
		ByteBuffer message = this.memory.apply(length).put(NONCE).put(head).put(body);
		CompletableFuture.runAsync(() -> this.cipher.seal(message, bound), (work) -> new Thread(work).start()).join();
		byte[] sealed = new byte[length];
		message.get(0, sealed);
		return sealed;
	}

	// row 108
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`{"a":1}`, 3c20b739ffd4bff95e0d4a2b353fd764fef6d81fb08326
			`null`   , 2977ba77324f3e05ddb855f0e0deef3fe886510b
			``       , f4c2db1dc38805a37b92171c5d0a81cc
			""")
	void vectorsOfTheContract(String plain, String payload) {
		byte[] body = plain.getBytes(StandardCharsets.UTF_8);
		String sealed = HexFormat.of().formatHex(NONCE) + payload;
		assertThat(HexFormat.of().formatHex(seal(NONE, NONE, body))).isEqualTo(sealed);
		assertThat(open(this.cipher, HexFormat.of().parseHex(sealed), NONE)).isEqualTo(body);
	}

	// row 109
	@Test
	void refusesWhatIsAlteredTruncatedOrBoundToSomethingElse() {
		byte[] bound = { 1 };
		byte[] sealed = seal(bound, new byte[] { 2 }, new byte[] { 3, 4 });
		assertThat(open(this.cipher, sealed, bound)).containsExactly(2, 3, 4);
		for (int i = 0; i < sealed.length; i++) {
			byte[] altered = sealed.clone();
			altered[i] ^= 1;
			assertThat(this.cipher.open(buffer(altered), bound)).as("byte " + i).isNull();
			byte[] truncated = new byte[i];
			System.arraycopy(sealed, 0, truncated, 0, i);
			assertThat(this.cipher.open(buffer(truncated), bound)).as("length " + i).isNull();
		}
		assertThat(this.cipher.open(buffer(sealed), new byte[] { 2 })).isNull();
		assertThat(this.cipher.open(buffer(sealed), NONE)).isNull();
	}

	@Test
	void whatOneProviderSealsTheOtherOpens() {
		byte[] body = bytes(100_000);
		IsolationCipher jdk = new IsolationCipher(new SecretKeySpec(bytes(32), "AES"), GcmCiphers.JDK);
		byte[] sealed = seal(new byte[] { 1 }, new byte[] { 2 }, body);
		assertThat(open(jdk, sealed, new byte[] { 1 })).startsWith(2, 0, 1).endsWith(body);
	}

	@Test
	void conscryptIsTakenWhereItIs() {
		assertThat(GcmCiphers.FASTEST.get().getProvider().getName()).isEqualTo("Conscrypt");
		assertThat(GcmCiphers.JDK.get().getProvider().getName()).isNotEqualTo("Conscrypt");
	}

	@Test
	void refusesOtherKeys() {
		byte[] sealed = seal(NONE, NONE, new byte[] { 1 });
		IsolationCipher other = new IsolationCipher(IsolationKey.generate().derive(), this.ciphers);
		assertThat(other.open(buffer(sealed), NONE)).isNull();
	}

	private byte[] open(IsolationCipher cipher, byte[] sealed, byte[] bound) {
		ByteBuffer plain = cipher.open(buffer(sealed), bound);
		assertThat(plain).isNotNull();
		byte[] bytes = new byte[plain.remaining()];
		plain.get(bytes);
		return bytes;
	}

	private ByteBuffer buffer(byte[] bytes) {
		return this.memory.apply(bytes.length).put(bytes).clear();
	}

}
