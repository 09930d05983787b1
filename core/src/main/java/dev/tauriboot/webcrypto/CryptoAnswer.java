package dev.tauriboot.webcrypto;

/**
 * The answer to an operation, as a document's script reads it.
 *
 * @param kind what the text is
 * @param text the answer
 * @since 0.1.0
 */
public record CryptoAnswer(Kind kind, String text) {

	/**
	 * What an answer's text is.
	 */
	public enum Kind {

		/** Bytes as Base64. */
		BYTES,

		/** A value as JSON. */
		VALUE,

		/** Name and message of an exception, as a JSON array. */
		FAILURE

	}

}
