package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key as a JSON Web Key, RFC 7517.
 */
final class Jwk {

	private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]*");

	private final JsonNode node;

	Jwk(JsonNode node) {
		this.node = node;
	}

	boolean has(String member) {
		return this.node.has(member);
	}

	/**
	 * Check what all kinds of keys have in common.
	 * @param type the type that the key must be of
	 * @param use the use that it must be for, if it says so and has usages
	 */
	void check(String type, String use, KeyRequest request) {
		require(type.equals(text("kty")), "The kty of the JWK must be " + type);
		require(request.usages().isEmpty() || !has("use") || use.equals(text("use")),
				"The use of the JWK must be " + use);
		JsonNode operations = this.node.path("key_ops");
		if (!operations.isMissingNode()) {
			require(operations.isArray(), "The key_ops of the JWK must be a list");
			Set<String> texts = new HashSet<>();
			for (JsonNode operation : operations) {
				require(operation.isString() && texts.add(operation.asString()),
						"The key_ops of the JWK must be different texts");
			}
			require(texts.containsAll(KeyUsage.texts(request.usages())), "The key_ops of the JWK lack a usage");
		}
		JsonNode extractable = this.node.path("ext");
		require(extractable.isMissingNode() || extractable.isBoolean(), "The ext of the JWK must be a boolean");
		require(extractable.isMissingNode() || extractable.asBoolean() || !request.extractable(),
				"The ext of the JWK says that it is not extractable");
	}

	/**
	 * Check the algorithm, if there is one.
	 */
	void checkAlgorithm(String... algorithms) {
		require(!has("alg") || List.of(algorithms).contains(text("alg")),
				"The alg of the JWK must be " + String.join(" or ", algorithms));
	}

	@Nullable String text(String member) {
		JsonNode value = this.node.path(member);
		return value.isString() ? value.asString() : null;
	}

	byte[] bytes(String member) {
		String text = text(member);
		require(text != null && BASE64_URL.matcher(text).matches(), "The JWK has no " + member + " as base64url");
		return CryptoFailure.data("The " + member + " of the JWK is no base64url",
				() -> Base64.getUrlDecoder().decode(text));
	}

	BigInteger number(String member) {
		return Unsigned.number(bytes(member));
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw CryptoFailure.data(message);
		}
	}

	/**
	 * Writes a JWK.
	 */
	static final class Writer {

		private final Map<String, Object> members = new LinkedHashMap<>();

		Writer put(String member, Object value) {
			this.members.put(member, value);
			return this;
		}

		Writer put(String member, byte[] bytes) {
			return put(member, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		}

		Writer put(String member, BigInteger number) {
			return put(member, Unsigned.bytes(number));
		}

		Map<String, Object> finish(CryptoKey key) {
			put("key_ops", KeyUsage.texts(key.usages()));
			put("ext", key.extractable());
			return this.members;
		}

	}

}
