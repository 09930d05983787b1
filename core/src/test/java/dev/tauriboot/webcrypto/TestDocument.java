package dev.tauriboot.webcrypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document as its script appears to a session.
 */
final class TestDocument {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	final CryptoSession session;

	TestDocument(WebCrypto webCrypto) {
		this.session = webCrypto.open();
	}

	static WebCrypto webCrypto() {
		return new WebCrypto(MAPPER, Long.MAX_VALUE, Integer.MAX_VALUE);
	}

	static byte[] hex(String hex) {
		return HexFormat.of().parseHex(hex.replace(" ", ""));
	}

	static String base64(String hex) {
		return Base64.getEncoder().encodeToString(hex(hex));
	}

	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Parameters by name and value in turn. */
	static Map<String, Object> map(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put((String) pairs[i], pairs[i + 1]);
		}
		return map;
	}

	static Map<String, Object> hash(String name) {
		return Map.of("name", name);
	}

	CompletableFuture<CryptoAnswer> start(String operation, byte[] data, Object... arguments) {
		CompletableFuture<CryptoAnswer> answer = new CompletableFuture<>();
		this.session.call(operation, MAPPER.writeValueAsString(map(arguments)),
				new String(data, StandardCharsets.ISO_8859_1), answer::complete);
		return answer;
	}

	private CryptoAnswer call(String operation, byte[] data, Object... arguments) {
		return start(operation, data, arguments).orTimeout(60, TimeUnit.SECONDS).join();
	}

	String bytes(String operation, byte[] data, Object... arguments) {
		CryptoAnswer answer = call(operation, data, arguments);
		assertThat(answer.kind()).as(answer.text()).isEqualTo(CryptoAnswer.Kind.BYTES);
		return HexFormat.of().formatHex(Base64.getDecoder().decode(answer.text()));
	}

	JsonNode value(String operation, byte[] data, Object... arguments) {
		CryptoAnswer answer = call(operation, data, arguments);
		assertThat(answer.kind()).as(answer.text()).isEqualTo(CryptoAnswer.Kind.VALUE);
		return MAPPER.readTree(answer.text());
	}

	String failure(String operation, byte[] data, Object... arguments) {
		CryptoAnswer answer = call(operation, data, arguments);
		assertThat(answer.kind()).as(answer.text()).isEqualTo(CryptoAnswer.Kind.FAILURE);
		return MAPPER.readTree(answer.text()).get(0).asString();
	}

	int importKey(String format, byte[] data, Map<String, Object> algorithm, String... usages) {
		return value("importKey", data, "format", format, "algorithm", algorithm, "extractable",
				isExtractable(algorithm), "usages", List.of(usages))
			.get("id")
			.asInt();
	}

	private static boolean isExtractable(Map<String, Object> algorithm) {
		return !List.of("HKDF", "PBKDF2").contains(algorithm.get("name"));
	}

	int importJwk(String jwk, Map<String, Object> algorithm, String... usages) {
		return value("importKey", new byte[0], "format", "jwk", "jwk", MAPPER.readTree(jwk), "algorithm", algorithm,
				"extractable", true, "usages", List.of(usages))
			.get("id")
			.asInt();
	}

	String export(String format, int key) {
		return bytes("exportKey", new byte[0], "format", format, "key", key);
	}

}
