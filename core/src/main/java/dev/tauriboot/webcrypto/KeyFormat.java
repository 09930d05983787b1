package dev.tauriboot.webcrypto;

import java.util.Locale;

/**
 * How a key's bytes are laid out.
 */
enum KeyFormat {

	RAW, PKCS8, SPKI, JWK;

	static KeyFormat of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

}
