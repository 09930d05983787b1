package dev.tauriboot.webcrypto;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
 * Tests of algorithms with pairs of keys by published vectors, and by keys of another
 * library.
 */
class PairVectorTests {

	private static final byte[] NOTHING = new byte[0];

	private static final String MESSAGE = "6d657373616765";

	private static final String COOKBOOK_KEY = """
			{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
			 "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" %s}
			""";

	private final WebCrypto webCrypto = TestDocument.webCrypto();

	private final TestDocument document = new TestDocument(this.webCrypto);

	private final Properties pairs;

	PairVectorTests() throws IOException {
		this.pairs = PropertiesLoaderUtils.loadProperties(new ClassPathResource("pairs.properties", getClass()));
	}

	@AfterEach
	void close() {
		this.webCrypto.close();
	}

	private byte[] pair(String name) {
		return hex(this.pairs.getProperty(name));
	}

	private boolean verify(Map<String, Object> algorithm, int key, String signature, byte[] data) {
		return this.document.value("verify", data, "algorithm", algorithm, "key", key, "signature", base64(signature))
			.asBoolean();
	}

	private String agree(String algorithm, int key, int other, Object length) {
		return this.document.bytes("deriveBits", NOTHING, "algorithm", map("name", algorithm, "public", other), "key",
				key, "length", length);
	}

	// RFC 8032, 7.1, tests 1 and 2.
	@ParameterizedTest
	@CsvSource({
			"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, "
					+ "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', "
					+ "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
					+ "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
			"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, "
					+ "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, "
					+ "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
					+ "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" })
	void ed25519(String secret, String point, String data, String expected) {
		Map<String, Object> algorithm = map("name", "Ed25519");
		int key = this.document.importKey("pkcs8", hex("302e020100300506032b657004220420" + secret), algorithm, "sign");
		assertThat(this.document.bytes("sign", hex(data), "algorithm", algorithm, "key", key)).isEqualTo(expected);
		int verifying = this.document.importKey("raw", hex(point), algorithm, "verify");
		assertThat(verify(algorithm, verifying, expected, hex(data))).isTrue();
		assertThat(verify(algorithm, verifying, expected, text("else"))).isFalse();
		assertThat(verify(algorithm, verifying, "00", hex(data))).isFalse();
	}

	// RFC 8037, A.1: the public key comes of the private one.
	@Test
	void jwkOfEd25519() {
		int key = this.document.importKey("pkcs8",
				hex("302e020100300506032b657004220420"
						+ "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
				map("name", "Ed25519"), "sign");
		JsonNode jwk = this.document.value("exportKey", NOTHING, "format", "jwk", "key", key);
		assertThat(jwk.path("kty").asString()).isEqualTo("OKP");
		assertThat(jwk.path("crv").asString()).isEqualTo("Ed25519");
		assertThat(jwk.path("d").asString()).isEqualTo("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
		assertThat(jwk.path("x").asString()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
	}

	// RFC 7748, 6.1.
	@Test
	void x25519() {
		Map<String, Object> algorithm = map("name", "X25519");
		int alice = this.document.importJwk("""
				{"kty": "OKP", "crv": "X25519", "d": "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo",
				 "x": "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"}
				""", algorithm, "deriveBits");
		int bob = this.document.importKey("raw",
				hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"), algorithm);
		String secret = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";
		assertThat(agree("X25519", alice, bob, null)).isEqualTo(secret);
		assertThat(agree("X25519", alice, bob, 128)).isEqualTo(secret.substring(0, 32));
		assertThat(agree("X25519", alice, bob, 9)).isEqualTo("4a00");
		int none = this.document.importKey("raw", new byte[32], algorithm);
		assertThat(this.document.failure("deriveBits", NOTHING, "algorithm", map("name", "X25519", "public", none),
				"key", alice))
			.isEqualTo("OperationError");
	}

	// RFC 5903, 8.1.
	@Test
	void ecdh() {
		Map<String, Object> algorithm = map("name", "ECDH", "namedCurve", "P-256");
		int key = this.document
			.importKey("pkcs8",
					hex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"
							+ "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433"),
					algorithm, "deriveBits");
		int other = this.document.importKey("raw",
				hex("04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
						+ "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab"),
				algorithm);
		assertThat(agree("ECDH", key, other, null))
			.isEqualTo("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de");
		assertThat(this.document.failure("deriveBits", NOTHING, "algorithm", map("name", "ECDH", "public", other),
				"key", key, "length", 264))
			.isEqualTo("OperationError");
	}

	// RFC 7515, A.3.
	@Test
	void ecdsaOfJwk() {
		Map<String, Object> algorithm = map("name", "ECDSA", "namedCurve", "P-256");
		Map<String, Object> signing = map("name", "ECDSA", "hash", hash("SHA-256"));
		byte[] data = text("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
				+ "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
		int verifying = this.document.importJwk(COOKBOOK_KEY.formatted(""), algorithm, "verify");
		assertThat(verify(signing, verifying, "0ed1215379636c483c2f7f155807d402a3b228033af97c7e17819ac3169ea665"
				+ "c50a07d38c3c70e5d8f12daf084a5480a66590c5f293509a8f3f7f8a83a354d5", data))
			.isTrue();
		int key = this.document.importJwk(
				COOKBOOK_KEY.formatted(", \"d\": \"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\""), algorithm, "sign");
		String signature = this.document.bytes("sign", data, "algorithm", signing, "key", key);
		assertThat(verify(signing, verifying, signature, data)).isTrue();
	}

	// RFC 6979, A.2.5.
	@Test
	void ecdsa() {
		int key = this.document.importKey("raw",
				hex("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
						+ "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"),
				map("name", "ECDSA", "namedCurve", "P-256"), "verify");
		assertThat(
				verify(map("name", "ECDSA", "hash", hash("SHA-256")), key,
						"efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
								+ "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
						text("sample")))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "P-256, SHA-256", "P-384, SHA-384", "P-521, SHA-512" })
	void keysOfCurves(String curve, String hash) {
		Map<String, Object> ecdsa = map("name", "ECDSA", "namedCurve", curve);
		Map<String, Object> ecdh = map("name", "ECDH", "namedCurve", curve);
		Map<String, Object> signing = map("name", "ECDSA", "hash", hash(hash));
		int key = this.document.importKey("pkcs8", pair(curve + ".pkcs8"), ecdsa, "sign");
		int verifying = this.document.importKey("spki", pair(curve + ".spki"), ecdsa, "verify");
		assertThat(this.document.export("pkcs8", key)).isEqualTo(this.pairs.getProperty(curve + ".pkcs8"));
		assertThat(this.document.export("spki", verifying)).isEqualTo(this.pairs.getProperty(curve + ".spki"));
		int compressed = this.document.importKey("raw", pair(curve + ".compressed"), ecdsa, "verify");
		assertThat(this.document.export("raw", compressed)).isEqualTo(this.pairs.getProperty(curve + ".raw"));
		assertThat(verify(signing, verifying, this.pairs.getProperty(curve + ".signature"), hex(MESSAGE))).isTrue();
		String signature = this.document.bytes("sign", hex(MESSAGE), "algorithm", signing, "key", key);
		assertThat(verify(signing, compressed, signature, hex(MESSAGE))).isTrue();
		JsonNode jwk = this.document.value("exportKey", NOTHING, "format", "jwk", "key", key);
		assertThat(this.document.export("pkcs8", this.document.importJwk(jwk.toString(), ecdsa, "sign")))
			.isEqualTo(this.pairs.getProperty(curve + ".pkcs8"));
		int agreeing = this.document.importKey("pkcs8", pair(curve + ".pkcs8"), ecdh, "deriveBits");
		int other = this.document.importKey("raw", pair(curve + ".other"), ecdh);
		assertThat(agree("ECDH", agreeing, other, null)).isEqualTo(this.pairs.getProperty(curve + ".secret"));
	}

	@ParameterizedTest
	@CsvSource({ "Ed25519, sign, verify", "X25519, deriveBits," })
	void keysOfCurve25519(String name, String usage, String publicUsage) {
		Map<String, Object> algorithm = map("name", name);
		int key = this.document.importKey("pkcs8", pair(name + ".pkcs8"), algorithm, usage);
		assertThat(this.document.export("pkcs8", key)).isEqualTo(this.pairs.getProperty(name + ".pkcs8"));
		int other = this.document.importKey("spki", pair(name + ".spki"), algorithm,
				(publicUsage != null) ? new String[] { publicUsage } : new String[0]);
		assertThat(this.document.export("spki", other)).isEqualTo(this.pairs.getProperty(name + ".spki"));
		JsonNode jwk = this.document.value("exportKey", NOTHING, "format", "jwk", "key", key);
		JsonNode publicJwk = this.document.value("exportKey", NOTHING, "format", "jwk", "key", other);
		assertThat(jwk.path("x")).isEqualTo(publicJwk.path("x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SHA-1", "SHA-256", "SHA-384", "SHA-512" })
	void rsa(String hash) {
		for (String name : new String[] { "RSASSA-PKCS1-v1_5", "RSA-PSS" }) {
			Map<String, Object> algorithm = map("name", name, "hash", hash(hash));
			Map<String, Object> signing = map("name", name, "saltLength", 20);
			int key = this.document.importKey("pkcs8", pair("RSA.pkcs8"), algorithm, "sign");
			int verifying = this.document.importKey("spki", pair("RSA.spki"), algorithm, "verify");
			assertThat(verify(signing, verifying, this.pairs.getProperty(name + "." + hash), hex(MESSAGE))).isTrue();
			String signature = this.document.bytes("sign", hex(MESSAGE), "algorithm", signing, "key", key);
			assertThat(verify(signing, verifying, signature, hex(MESSAGE))).isTrue();
			assertThat(verify(signing, verifying, signature, text("else"))).isFalse();
			assertThat(verify(signing, verifying, "00", hex(MESSAGE))).isFalse();
		}
		Map<String, Object> oaep = map("name", "RSA-OAEP", "hash", hash(hash));
		int key = this.document.importKey("pkcs8", pair("RSA.pkcs8"), oaep, "decrypt");
		assertThat(this.document.bytes("decrypt", pair("RSA-OAEP." + hash), "algorithm",
				map("name", "RSA-OAEP", "label", base64("6c6162656c")), "key", key))
			.isEqualTo(MESSAGE);
		assertThat(this.document.failure("decrypt", pair("RSA-OAEP." + hash), "algorithm", map("name", "RSA-OAEP"),
				"key", key))
			.isEqualTo("OperationError");
	}

	@Test
	void keysOfRsa() {
		Map<String, Object> algorithm = map("name", "RSA-PSS", "hash", hash("SHA-256"));
		int key = this.document.importKey("pkcs8", pair("RSA.pkcs8"), algorithm, "sign");
		int verifying = this.document.importKey("spki", pair("RSA.spki"), algorithm, "verify");
		assertThat(this.document.export("pkcs8", key)).isEqualTo(this.pairs.getProperty("RSA.pkcs8"));
		assertThat(this.document.export("spki", verifying)).isEqualTo(this.pairs.getProperty("RSA.spki"));
		JsonNode jwk = this.document.value("exportKey", NOTHING, "format", "jwk", "key", key);
		assertThat(jwk.path("alg").asString()).isEqualTo("PS256");
		assertThat(this.document.export("pkcs8", this.document.importJwk(jwk.toString(), algorithm, "sign")))
			.isEqualTo(this.pairs.getProperty("RSA.pkcs8"));
	}

	// RFC 7515, A.2.
	@Test
	void rsaOfJwk() {
		int key = this.document.importJwk(
				"""
						{"kty": "RSA", "alg": "RS256", "use": "sig", "e": "AQAB",
						 "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL\
						-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB\
						dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj\
						8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}
						""",
				map("name", "RSASSA-PKCS1-v1_5", "hash", hash("SHA-256")), "verify");
		byte[] data = text("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
				+ "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
		String signature = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W"
				+ "2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L0"
				+ "7Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8n"
				+ "p6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
		String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(signature));
		assertThat(verify(map("name", "RSASSA-PKCS1-v1_5"), key, hex, data)).isTrue();
	}

}
