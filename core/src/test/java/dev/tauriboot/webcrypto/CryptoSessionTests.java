package dev.tauriboot.webcrypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static dev.tauriboot.webcrypto.TestDocument.base64;
import static dev.tauriboot.webcrypto.TestDocument.hash;
import static dev.tauriboot.webcrypto.TestDocument.hex;
import static dev.tauriboot.webcrypto.TestDocument.map;
import static dev.tauriboot.webcrypto.TestDocument.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CryptoSession}: what is refused, and how it runs.
 */
class CryptoSessionTests {

	private static final byte[] NOTHING = new byte[0];

	private static final byte[] KEY = new byte[16];

	private static final CryptoAnswer TOO_MUCH = new CryptoAnswer(CryptoAnswer.Kind.FAILURE,
			"[\"OperationError\",\"Too much waits to be done: the limit is 1000\"]");

	private final WebCrypto webCrypto = TestDocument.webCrypto();

	private final TestDocument document = new TestDocument(this.webCrypto);

	@AfterEach
	void close() {
		this.webCrypto.close();
	}

	private String importFailure(String format, byte[] data, Map<String, Object> algorithm, boolean extractable,
			String... usages) {
		return this.document.failure("importKey", data, "format", format, "algorithm", algorithm, "extractable",
				extractable, "usages", List.of(usages));
	}

	private String jwkFailure(String jwk, Map<String, Object> algorithm, String... usages) {
		return this.document.failure("importKey", NOTHING, "format", "jwk", "jwk", TestDocument.MAPPER.readTree(jwk),
				"algorithm", algorithm, "extractable", true, "usages", List.of(usages));
	}

	private String generateFailure(Map<String, Object> algorithm, String... usages) {
		return this.document.failure("generateKey", NOTHING, "algorithm", algorithm, "usages", List.of(usages));
	}

	@Test
	void nonExtractableKeyIsNotExported() {
		int key = this.document
			.value("importKey", KEY, "format", "raw", "algorithm", map("name", "AES-GCM"), "extractable", false,
					"usages", List.of("encrypt"))
			.get("id")
			.asInt();
		for (String format : List.of("raw", "jwk")) {
			assertThat(this.document.failure("exportKey", NOTHING, "format", format, "key", key))
				.isEqualTo("InvalidAccessError");
		}
		int wrapping = this.document.importKey("raw", KEY, map("name", "AES-KW"), "wrapKey");
		assertThat(this.document.failure("wrapKey", NOTHING, "format", "raw", "wrapped", key, "key", wrapping,
				"algorithm", map("name", "AES-KW")))
			.isEqualTo("InvalidAccessError");
	}

	@Test
	void keyIsUsedAsItsUsagesSay() {
		int key = this.document.importKey("raw", KEY, map("name", "AES-GCM"), "encrypt");
		Map<String, Object> algorithm = map("name", "AES-GCM", "iv", base64("000102030405060708090a0b"));
		assertThat(this.document.failure("decrypt", new byte[16], "algorithm", algorithm, "key", key))
			.isEqualTo("InvalidAccessError");
		assertThat(this.document.failure("encrypt", KEY, "algorithm",
				map("name", "AES-CBC", "iv", base64("00".repeat(16))), "key", key))
			.isEqualTo("InvalidAccessError");
		assertThat(this.document.failure("encrypt", KEY, "algorithm", map("name", "AES-GCM", "iv", ""), "key", key))
			.isEqualTo("OperationError");
		assertThat(this.document.failure("encrypt", KEY, "algorithm",
				map("name", "AES-GCM", "iv", base64("00"), "tagLength", 100), "key", key))
			.isEqualTo("OperationError");
	}

	@ParameterizedTest
	@CsvSource({ "AES-GCM, sign, SyntaxError", "AES-KW, encrypt, SyntaxError" })
	void usagesMustFit(String algorithm, String usage, String failure) {
		assertThat(importFailure("raw", KEY, map("name", algorithm), true, usage)).isEqualTo(failure);
		assertThat(importFailure("raw", KEY, map("name", algorithm), true)).isEqualTo("SyntaxError");
		assertThat(generateFailure(map("name", algorithm, "length", 128), usage)).isEqualTo(failure);
		assertThat(generateFailure(map("name", algorithm, "length", 128))).isEqualTo("SyntaxError");
	}

	@Test
	void usagesOfPairsMustFit() {
		Map<String, Object> ecdsa = map("name", "ECDSA", "namedCurve", "P-256");
		assertThat(generateFailure(ecdsa, "encrypt")).isEqualTo("SyntaxError");
		assertThat(generateFailure(ecdsa, "verify")).isEqualTo("SyntaxError");
		assertThat(generateFailure(map("name", "ECDSA", "namedCurve", "K-256"), "sign")).isEqualTo("NotSupportedError");
		assertThat(generateFailure(map("name", "Ed25519"), "deriveBits")).isEqualTo("SyntaxError");
		JsonNode pair = this.document.value("generateKey", NOTHING, "algorithm", ecdsa, "extractable", false, "usages",
				List.of("verify", "sign", "sign"));
		assertThat(pair.at("/publicKey/extractable").asBoolean()).isTrue();
		assertThat(pair.at("/publicKey/usages").toString()).isEqualTo("[\"verify\"]");
		assertThat(pair.at("/privateKey/extractable").asBoolean()).isFalse();
		assertThat(pair.at("/privateKey/usages").toString()).isEqualTo("[\"sign\"]");
		assertThat(pair.at("/privateKey/algorithm").toString())
			.isEqualTo("{\"name\":\"ECDSA\",\"namedCurve\":\"P-256\"}");
	}

	@Test
	void dataMustBeAKey() throws Exception {
		Map<String, Object> p256 = map("name", "ECDSA", "namedCurve", "P-256");
		Map<String, Object> rsa = map("name", "RSA-PSS", "hash", hash("SHA-256"));
		assertThat(importFailure("raw", new byte[15], map("name", "AES-GCM"), true, "encrypt")).isEqualTo("DataError");
		assertThat(importFailure("spki", KEY, map("name", "AES-GCM"), true, "encrypt")).isEqualTo("NotSupportedError");
		assertThat(importFailure("raw", NOTHING, map("name", "HMAC", "hash", hash("SHA-1")), true, "sign"))
			.isEqualTo("DataError");
		assertThat(importFailure("raw", KEY, map("name", "HMAC", "hash", hash("SHA-1"), "length", 120), true, "sign"))
			.isEqualTo("DataError");
		assertThat(importFailure("raw", KEY, map("name", "PBKDF2"), true, "deriveBits")).isEqualTo("SyntaxError");
		assertThat(importFailure("raw", hex("04" + "01".repeat(64)), p256, true, "verify")).isEqualTo("DataError");
		assertThat(importFailure("raw", NOTHING, p256, true, "verify")).isEqualTo("DataError");
		assertThat(importFailure("raw", new byte[31], map("name", "Ed25519"), true, "verify")).isEqualTo("DataError");
		for (String format : List.of("spki", "pkcs8")) {
			String usage = "spki".equals(format) ? "verify" : "sign";
			for (byte[] data : new byte[][] { NOTHING, KEY, hex("30820000"), hex("3003020100") }) {
				assertThat(importFailure(format, data, p256, true, usage)).isEqualTo("DataError");
				assertThat(importFailure(format, data, rsa, true, usage)).isEqualTo("DataError");
				assertThat(importFailure(format, data, map("name", "Ed25519"), true, usage)).isEqualTo("DataError");
			}
		}
		Properties pairs = PropertiesLoaderUtils.loadProperties(new ClassPathResource("pairs.properties", getClass()));
		assertThat(importFailure("pkcs8", hex(pairs.getProperty("P-384.pkcs8")), p256, true, "sign"))
			.isEqualTo("DataError");
		assertThat(importFailure("spki", hex(pairs.getProperty("X25519.spki")), map("name", "Ed25519"), true, "verify"))
			.isEqualTo("DataError");
		assertThat(importFailure("spki", hex(pairs.getProperty("P-256.spki")), rsa, true, "verify"))
			.isEqualTo("DataError");
		assertThat(importFailure("raw", hex(pairs.getProperty("RSA.spki")), rsa, true, "verify"))
			.isEqualTo("NotSupportedError");
	}

	@Test
	void jwkMustFit() {
		Map<String, Object> gcm = map("name", "AES-GCM");
		String k = "\"k\": \"AAAAAAAAAAAAAAAAAAAAAA\"";
		for (String jwk : List.of("{}", "{\"kty\": \"RSA\"}", "{\"kty\": \"oct\"}", "{\"kty\": \"oct\", \"k\": \"*\"}",
				"{\"kty\": \"oct\", \"alg\": \"A256GCM\", " + k + "}",
				"{\"kty\": \"oct\", \"alg\": \"A128CBC\", " + k + "}",
				"{\"kty\": \"oct\", \"use\": \"sig\", " + k + "}",
				"{\"kty\": \"oct\", \"key_ops\": [\"decrypt\"], " + k + "}",
				"{\"kty\": \"oct\", \"ext\": false, " + k + "}")) {
			assertThat(jwkFailure(jwk, gcm, "encrypt")).as(jwk).isEqualTo("DataError");
		}
		this.document.importJwk("{\"kty\": \"oct\", \"alg\": \"A128GCM\", \"use\": \"enc\", \"ext\": true, "
				+ "\"key_ops\": [\"encrypt\", \"decrypt\"], " + k + "}", gcm, "encrypt");
		assertThat(jwkFailure("{\"kty\": \"EC\", \"crv\": \"P-384\", \"x\": \"AA\", \"y\": \"AA\"}",
				map("name", "ECDSA", "namedCurve", "P-256"), "verify"))
			.isEqualTo("DataError");
		// A private key that is not the public one's.
		assertThat(jwkFailure("""
				{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
				 "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "d": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}
				""", map("name", "ECDSA", "namedCurve", "P-256"), "sign")).isEqualTo("DataError");
	}

	@Test
	void formatMustFitTheKey() {
		JsonNode pair = this.document.value("generateKey", NOTHING, "algorithm", map("name", "X25519"), "extractable",
				true, "usages", List.of("deriveBits"));
		int publicKey = pair.at("/publicKey/id").asInt();
		int privateKey = pair.at("/privateKey/id").asInt();
		assertThat(this.document.failure("exportKey", NOTHING, "format", "pkcs8", "key", publicKey))
			.isEqualTo("InvalidAccessError");
		assertThat(this.document.failure("exportKey", NOTHING, "format", "raw", "key", privateKey))
			.isEqualTo("InvalidAccessError");
		assertThat(this.document.failure("deriveBits", NOTHING, "algorithm",
				map("name", "X25519", "public", privateKey), "key", privateKey))
			.isEqualTo("InvalidAccessError");
		int secret = this.document.importKey("raw", KEY, map("name", "HKDF"), "deriveBits");
		assertThat(this.document.failure("exportKey", NOTHING, "format", "raw", "key", secret))
			.isEqualTo("NotSupportedError");
	}

	@Test
	void derivedKeyIsOfTheLengthOfItsAlgorithm() {
		int secret = this.document.importKey("raw", text("password"), map("name", "PBKDF2"), "deriveKey");
		Map<String, Object> pbkdf2 = map("name", "PBKDF2", "hash", hash("SHA-256"), "salt", "", "iterations", 2);
		Map<String, Object> hmac = map("name", "HMAC", "hash", hash("SHA-384"));
		JsonNode key = this.document.value("deriveKey", NOTHING, "algorithm", pbkdf2, "key", secret, "derived", hmac,
				"target", hmac, "usages", List.of("sign"));
		assertThat(key.at("/algorithm/length").asInt()).isEqualTo(1024);
		Map<String, Object> aes = map("name", "AES-CBC", "length", 192);
		assertThat(this.document
			.value("deriveKey", NOTHING, "algorithm", pbkdf2, "key", secret, "derived", aes, "target", aes, "usages",
					List.of("encrypt"))
			.at("/algorithm/length")
			.asInt()).isEqualTo(192);
		assertThat(this.document.failure("deriveKey", NOTHING, "algorithm", pbkdf2, "key", secret, "derived", hmac,
				"target", map("name", "HMAC", "hash", hash("SHA-1"), "length", 0), "usages", List.of("sign")))
			.isEqualTo("TypeError");
		assertThat(this.document.failure("deriveBits", NOTHING, "algorithm", pbkdf2, "key", secret, "length", 8))
			.isEqualTo("InvalidAccessError");
	}

	@Test
	void jwkIsWrappedAsText() {
		int key = this.document.importKey("raw", KEY, map("name", "HMAC", "hash", hash("SHA-256")), "sign");
		int wrapping = this.document.importKey("raw", KEY, map("name", "AES-GCM"), "wrapKey", "unwrapKey", "encrypt");
		Map<String, Object> gcm = map("name", "AES-GCM", "iv", base64("000102030405060708090a0b"));
		String wrapped = this.document.bytes("wrapKey", NOTHING, "format", "jwk", "wrapped", key, "key", wrapping,
				"algorithm", gcm);
		int unwrapped = this.document
			.value("unwrapKey", hex(wrapped), "format", "jwk", "key", wrapping, "algorithm", gcm, "derived",
					map("name", "HMAC", "hash", hash("SHA-256")), "extractable", true, "usages", List.of("sign"))
			.get("id")
			.asInt();
		assertThat(this.document.export("raw", unwrapped)).isEqualTo("00".repeat(16));
		String noKey = this.document.bytes("encrypt", text("no JSON"), "algorithm", gcm, "key", wrapping);
		assertThat(this.document.failure("unwrapKey", hex(noKey), "format", "jwk", "key", wrapping, "algorithm", gcm,
				"derived", map("name", "HMAC", "hash", hash("SHA-256")), "usages", List.of("sign")))
			.isEqualTo("DataError");
	}

	@Test
	void sessionsHaveTheirOwnKeys() {
		int key = this.document.importKey("raw", KEY, map("name", "AES-GCM"), "encrypt");
		TestDocument other = new TestDocument(this.webCrypto);
		assertThat(other.failure("exportKey", NOTHING, "format", "raw", "key", key)).isEqualTo("InvalidAccessError");
		assertThat(this.document.session.size()).isOne();
		this.document.session.forget(List.of(key));
		assertThat(this.document.session.size()).isZero();
		assertThat(this.document.failure("exportKey", NOTHING, "format", "raw", "key", key))
			.isEqualTo("InvalidAccessError");
	}

	@Test
	void answersComeInOrder() {
		List<CompletableFuture<CryptoAnswer>> answers = new ArrayList<>();
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			int number = i;
			byte[] data = new byte[(i % 2 == 0) ? 1 << 18 : 1];
			CompletableFuture<CryptoAnswer> answer = this.document.start("digest", data, "algorithm", hash("SHA-512"));
			answers.add(answer.thenApply((value) -> {
				synchronized (order) {
					order.add(number);
				}
				return value;
			}));
		}
		answers.forEach((answer) -> answer.orTimeout(60, TimeUnit.SECONDS).join());
		assertThat(order).hasSize(50).isSorted();
	}

	@Test
	void longDerivationHoldsNothingUpAndEndsWithTheSession() {
		int secret = this.document.importKey("raw", text("password"), map("name", "PBKDF2"), "deriveBits");
		CompletableFuture<CryptoAnswer> derivation = this.document.start("deriveBits", NOTHING, "algorithm",
				map("name", "PBKDF2", "hash", hash("SHA-256"), "salt", "", "iterations", 0xffffffffL), "key", secret,
				"length", 256);
		assertThat(this.document.bytes("digest", text("abc"), "algorithm", hash("SHA-1"))).startsWith("a9993e36");
		assertThat(derivation).isNotDone();
		this.document.session.close();
		assertThat(this.document.session.size()).isZero();
		Awaitility.await()
			.atMost(20, TimeUnit.SECONDS)
			.until(() -> Thread.getAllStackTraces()
				.values()
				.stream()
				.noneMatch((frames) -> List.of(frames)
					.stream()
					.anyMatch((frame) -> frame.getClassName().equals(Pbkdf2.class.getName()))));
		assertThat(derivation).isNotDone();
	}

	@Test
	void operationsWaitAsLongAsTheyAreNotTooMuch() {
		Queue<Runnable> work = new ArrayDeque<>();
		CryptoSession session = new CryptoSession(TestDocument.MAPPER, work::add, 1000, 10);
		List<CryptoAnswer> answers = new ArrayList<>();
		String parameters = "{\"algorithm\":{\"name\":\"SHA-256\"}}";
		IntConsumer digest = (size) -> session.call("digest", parameters, "x".repeat(size - parameters.length()),
				answers::add);
		digest.accept(600);
		digest.accept(400);
		session.call("digest", parameters, "", answers::add);
		assertThat(answers).containsExactly(TOO_MUCH);
		session.call("generateKey", "{}", null, answers::add);
		assertThat(answers).containsExactly(TOO_MUCH, TOO_MUCH);
		work.remove().run();
		assertThat(answers.stream().map(CryptoAnswer::kind)).containsExactly(CryptoAnswer.Kind.FAILURE,
				CryptoAnswer.Kind.FAILURE, CryptoAnswer.Kind.BYTES, CryptoAnswer.Kind.BYTES);
		answers.clear();
		digest.accept(1001);
		digest.accept(256);
		assertThat(answers).containsExactly(TOO_MUCH);
		work.remove().run();
		assertThat(answers.get(1).kind()).isEqualTo(CryptoAnswer.Kind.BYTES);
	}

	@Test
	void keysAreNotTooMany() {
		CryptoSession session = new CryptoSession(TestDocument.MAPPER, Runnable::run, 1000, 2);
		List<CryptoAnswer> answers = new ArrayList<>();
		String parameters = """
				{"algorithm":{"name":"AES-GCM","length":128},"usages":["encrypt"]}""";
		for (int i = 0; i < 3; i++) {
			session.call("generateKey", parameters, null, answers::add);
		}
		assertThat(answers.get(1).kind()).isEqualTo(CryptoAnswer.Kind.VALUE);
		assertThat(answers.get(2).text()).isEqualTo("[\"OperationError\",\"Too many keys: the limit is 2\"]");
		session.forget(List.of(1));
		session.call("generateKey", parameters, null, answers::add);
		assertThat(answers.get(3).kind()).isEqualTo(CryptoAnswer.Kind.VALUE);
	}

}
