package dev.tauriboot.window;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A random secret of one document. It proves over HTTP which document a request comes
 * from. Its text never appears in {@link #toString()}, so it cannot slip into a log.
 *
 * @since 0.1.0
 */
public final class InvokeKey {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final String text;

	private InvokeKey(String text) {
		this.text = text;
	}

	static InvokeKey generate() {
		byte[] bytes = new byte[16];
		RANDOM.nextBytes(bytes);
		return new InvokeKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * The secret itself, for the document alone.
	 * @return the text
	 */
	public String reveal() {
		return this.text;
	}

	/**
	 * Compare in constant time.
	 * @param candidate what a request brought
	 * @return whether it is this key
	 */
	public boolean matches(@Nullable String candidate) {
		return candidate != null && MessageDigest.isEqual(this.text.getBytes(StandardCharsets.UTF_8),
				candidate.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "InvokeKey[***]";
	}

}
