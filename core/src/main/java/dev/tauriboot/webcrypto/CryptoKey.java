package dev.tauriboot.webcrypto;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A key as the standard has it. A page knows all of it but the material.
 *
 * @param type secret, public or private
 * @param extractable whether a page may export it
 * @param algorithm what it is for
 * @param usages what it may be used for
 * @param material the key itself, of the class that its algorithm has chosen
 */
record CryptoKey(Type type, boolean extractable, KeyAlgorithm algorithm, Set<KeyUsage> usages, Object material) {

	/**
	 * The same with what the page asked for.
	 */
	CryptoKey with(boolean extractable, Set<KeyUsage> usages) {
		return new CryptoKey(this.type, extractable, this.algorithm, usages, this.material);
	}

	<T> T material(Class<T> type) {
		return type.cast(this.material);
	}

	void require(Type type) {
		if (this.type != type) {
			throw CryptoFailure.access("The key must be a " + type + " key, not a " + this.type + " one");
		}
	}

	void require(KeyUsage usage) {
		if (!this.usages.contains(usage)) {
			throw CryptoFailure.access("The key's usages lack " + usage);
		}
	}

	Map<String, Object> describe(int id) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("id", id);
		description.put("type", this.type.toString());
		description.put("extractable", this.extractable);
		description.put("algorithm", this.algorithm.describe());
		description.put("usages", KeyUsage.texts(this.usages));
		return description;
	}

	// Keys must not end in logs.
	@Override
	public String toString() {
		return this.type + " key for " + this.algorithm.name();
	}

	/**
	 * Whether a key is shared, shown or kept.
	 */
	enum Type {

		SECRET, PUBLIC, PRIVATE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
