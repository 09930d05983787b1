package dev.tauriboot.webcrypto;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An algorithm with its parameters as a page names it. The page's script has checked
 * their presence and types.
 *
 * @param node the parameters
 * @param publicKey the other side's key, for an agreement
 * @param cancelled whether nobody waits for the result any more
 */
record Parameters(JsonNode node, @Nullable CryptoKey publicKey, BooleanSupplier cancelled) {

	String name() {
		return text("name");
	}

	String text(String member) {
		return this.node.path(member).asString();
	}

	long number(String member) {
		return this.node.path(member).asLong();
	}

	@Nullable Integer optionalNumber(String member) {
		JsonNode value = this.node.path(member);
		return value.isNumber() ? bits(value.asLong()) : null;
	}

	byte[] bytes(String member) {
		JsonNode value = this.node.path(member);
		return value.isMissingNode() ? new byte[0] : value.binaryValue();
	}

	Hash hash() {
		return Hash.of(this.node.path("hash").path("name").asString());
	}

	/**
	 * A number of bits, of which there can be no more than an array has bytes.
	 */
	static int bits(long number) {
		if (number > Integer.MAX_VALUE) {
			throw CryptoFailure.operation("So many bits are not supported");
		}
		return (int) number;
	}

}
