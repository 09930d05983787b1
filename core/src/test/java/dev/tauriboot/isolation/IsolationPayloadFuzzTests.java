package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.util.Arrays;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.isolation.IsolationSession.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as an encrypted message: none is opened but the one that was sealed, for its
 * command, once.
 */
class IsolationPayloadFuzzTests {

	private static final IsolationSession SESSION = new IsolationSession(IsolationKey.generate().derive(), 1024, 1024);

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String command = data.consumeBoolean() ? "greet" : data.consumeString(20);
		byte[] sealed = SESSION.seal(new Message("greet", false, null, data.consumeBytes(40))).array();
		byte[] altered = data.consumeBoolean() ? data.consumeRemainingAsBytes() : altered(sealed, data);
		boolean same = command.equals("greet") && Arrays.equals(sealed, altered);
		Message opened = SESSION.open(command, ByteBuffer.wrap(altered.clone()));
		assertThat(opened != null).isEqualTo(same);
		assertThat(SESSION.open(command, ByteBuffer.wrap(altered))).isNull();
	}

	private static byte[] altered(byte[] sealed, FuzzedDataProvider data) {
		byte[] altered = Arrays.copyOf(sealed, data.consumeInt(0, sealed.length + 4));
		if (altered.length > 0) {
			altered[data.consumeInt(0, altered.length - 1)] ^= data.consumeByte();
		}
		return altered;
	}

}
