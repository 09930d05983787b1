package dev.tauriboot.webcrypto;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a page wants a new key to be.
 *
 * @param parameters the algorithm
 * @param extractable whether it may be exported
 * @param usages what it may be used for
 */
record KeyRequest(Parameters parameters, boolean extractable, Set<KeyUsage> usages) {

	/**
	 * Refuse usages that such a key cannot have.
	 */
	void requireUsages(Set<KeyUsage> possible) {
		if (!possible.containsAll(this.usages)) {
			throw CryptoFailure.syntax(possible.isEmpty() ? "Such a key has no usages"
					: "The key's usages must be of " + KeyUsage.texts(possible));
		}
	}

	/**
	 * Refuse a curve that is not known, as a key's data that it is.
	 */
	EcCurve curve() {
		EcCurve curve = EcCurve.of(this.parameters.text("namedCurve"));
		if (curve == null) {
			throw CryptoFailure.data("The curve " + this.parameters.text("namedCurve") + " is not supported");
		}
		return curve;
	}

	@Nullable Integer length() {
		return this.parameters.optionalNumber("length");
	}

}
