package dev.tauriboot.webcrypto;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a key may be used for, in the order in which a page sees its usages.
 */
enum KeyUsage {

	ENCRYPT("encrypt"),

	DECRYPT("decrypt"),

	SIGN("sign"),

	VERIFY("verify"),

	DERIVE_KEY("deriveKey"),

	DERIVE_BITS("deriveBits"),

	WRAP_KEY("wrapKey"),

	UNWRAP_KEY("unwrapKey");

	private final String text;

	KeyUsage(String text) {
		this.text = text;
	}

	/**
	 * Read usages, of which each counts once.
	 * @throws CryptoFailure a {@code SyntaxError} if one is unknown
	 */
	static Set<KeyUsage> of(Collection<String> texts) {
		Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
		for (String text : texts) {
			usages.add(Arrays.stream(values())
				.filter((usage) -> usage.text.equals(text))
				.findFirst()
				.orElseThrow(() -> CryptoFailure.syntax("There is no key usage " + text)));
		}
		return usages;
	}

	static List<String> texts(Set<KeyUsage> usages) {
		return usages.stream().map((usage) -> usage.text).toList();
	}

	static Set<KeyUsage> both(Set<KeyUsage> some, Set<KeyUsage> others) {
		Set<KeyUsage> both = EnumSet.noneOf(KeyUsage.class);
		both.addAll(some);
		both.retainAll(others);
		return both;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
