package dev.tauriboot.ipc;

import org.springframework.util.Assert;

/**
 * The answer to an invoke, produced exactly once per request and already serialised, so
 * that a door has only to transport it.
 *
 * @since 0.1.0
 */
public sealed interface InvokeResponse {

	/** A success without a value. The page sees {@code null}. */
	InvokeResponse NOTHING = new Json("null");

	/**
	 * Success with a JSON value.
	 *
	 * @param text the JSON text
	 */
	record Json(String text) implements InvokeResponse {

		public Json {
			Assert.notNull(text, "'text' must not be null");
		}

	}

	/**
	 * Success with bytes. The page sees an {@code ArrayBuffer}.
	 *
	 * @param bytes the bytes, possibly none, not copied
	 */
	record Raw(byte[] bytes) implements InvokeResponse {

		public Raw {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * A rejection.
	 *
	 * @param text the JSON text of the value the promise rejects with
	 */
	record Error(String text) implements InvokeResponse {

		public Error {
			Assert.notNull(text, "'text' must not be null");
		}

	}

}
