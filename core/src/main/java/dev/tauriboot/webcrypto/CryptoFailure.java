package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;

/**
 * An operation that did not succeed, with the name that the page's exception gets.
 */
final class CryptoFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private CryptoFailure(String name, String message) {
		super(message, null, false, false);
		this.name = name;
	}

	String name() {
		return this.name;
	}

	static CryptoFailure operation(String message) {
		return new CryptoFailure("OperationError", message);
	}

	static CryptoFailure data(String message) {
		return new CryptoFailure("DataError", message);
	}

	static CryptoFailure access(String message) {
		return new CryptoFailure("InvalidAccessError", message);
	}

	static CryptoFailure syntax(String message) {
		return new CryptoFailure("SyntaxError", message);
	}

	static CryptoFailure unsupported(String message) {
		return new CryptoFailure("NotSupportedError", message);
	}

	static CryptoFailure type(String message) {
		return new CryptoFailure("TypeError", message);
	}

	/**
	 * Do what the JCE may refuse to do with the values that it was given.
	 * @param message says what failed; the JCE's own texts are not for pages
	 */
	static <T> T operation(String message, Action<T> action) {
		try {
			return action.run();
		}
		catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException ex) {
			throw operation(message);
		}
	}

	/**
	 * Read what may be no key.
	 * @param message says what failed
	 */
	static <T> T data(String message, Action<T> action) {
		try {
			return action.run();
		}
		catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException ex) {
			throw data(message);
		}
	}

	/**
	 * What may be refused.
	 *
	 * @param <T> the result
	 */
	interface Action<T> {

		T run() throws GeneralSecurityException;

	}

}
