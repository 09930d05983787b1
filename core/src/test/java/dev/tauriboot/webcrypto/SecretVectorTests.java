package dev.tauriboot.webcrypto;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tauriboot.webcrypto.TestDocument.base64;
import static dev.tauriboot.webcrypto.TestDocument.hash;
import static dev.tauriboot.webcrypto.TestDocument.hex;
import static dev.tauriboot.webcrypto.TestDocument.map;
import static dev.tauriboot.webcrypto.TestDocument.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of hashes and of algorithms with secret keys by published vectors.
 */
class SecretVectorTests {

	private static final String BLOCKS = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
			+ "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

	private static final String BLOCK_KEY = "2b7e151628aed2a6abf7158809cf4f3c";

	private static final String GCM_PLAIN = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
			+ "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";

	private static final String GCM_SECRET = "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
			+ "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091";

	private static final String GCM_TAG = "5bc94fbc3221a5db94fae95ae7121a47";

	private final WebCrypto webCrypto = TestDocument.webCrypto();

	private final TestDocument document = new TestDocument(this.webCrypto);

	@AfterEach
	void close() {
		this.webCrypto.close();
	}

	// FIPS 180-4, the example of one block.
	@ParameterizedTest
	@CsvSource({ "SHA-1, a9993e364706816aba3e25717850c26c9cd0d89d",
			"SHA-256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			"SHA-384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
					+ "8086072ba1e7cc2358baeca134c825a7",
			"SHA-512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
					+ "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f" })
	void digest(String hash, String expected) {
		assertThat(this.document.bytes("digest", text("abc"), "algorithm", hash(hash))).isEqualTo(expected);
	}

	// RFC 4231, case 2; RFC 2202, case 2.
	@ParameterizedTest
	@CsvSource({ "SHA-1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
			"SHA-256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
			"SHA-384, af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
					+ "8e2240ca5e69e2c78b3239ecfab21649",
			"SHA-512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
					+ "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737" })
	void hmac(String hash, String expected) {
		int key = this.document.importKey("raw", text("Jefe"), map("name", "HMAC", "hash", hash(hash)), "sign",
				"verify");
		byte[] data = text("what do ya want for nothing?");
		assertThat(this.document.bytes("sign", data, "algorithm", map("name", "HMAC"), "key", key)).isEqualTo(expected);
		assertThat(this.document
			.value("verify", data, "algorithm", map("name", "HMAC"), "key", key, "signature", base64(expected))
			.asBoolean()).isTrue();
		assertThat(this.document
			.value("verify", text("else"), "algorithm", map("name", "HMAC"), "key", key, "signature", base64(expected))
			.asBoolean()).isFalse();
	}

	// RFC 7515, A.1.
	@Test
	void hmacOfJwk() {
		int key = this.document.importJwk(
				"""
						{"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}
						""",
				map("name", "HMAC", "hash", hash("SHA-256")), "sign");
		byte[] data = text("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkz"
				+ "ODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
		assertThat(this.document.bytes("sign", data, "algorithm", map("name", "HMAC"), "key", key))
			.isEqualTo("7418dfb49799e0254ffa607dd8adbbba16d4254d69d6bff05b58055853848d79");
	}

	private int aes(String mode, String key) {
		return this.document.importKey("raw", hex(key), map("name", mode), "encrypt", "decrypt");
	}

	// SP 800-38A, F.2.1, and a block of padding.
	@Test
	void cbc() {
		int key = aes("AES-CBC", BLOCK_KEY);
		Map<String, Object> algorithm = map("name", "AES-CBC", "iv", base64("000102030405060708090a0b0c0d0e0f"));
		String secret = this.document.bytes("encrypt", hex(BLOCKS), "algorithm", algorithm, "key", key);
		assertThat(secret).hasSize(160)
			.startsWith("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
					+ "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7");
		assertThat(this.document.bytes("decrypt", hex(secret), "algorithm", algorithm, "key", key)).isEqualTo(BLOCKS);
	}

	// SP 800-38A, F.5.1.
	@Test
	void ctr() {
		int key = aes("AES-CTR", BLOCK_KEY);
		Map<String, Object> algorithm = map("name", "AES-CTR", "counter", base64("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
				"length", 64);
		String secret = "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff"
				+ "5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee";
		assertThat(this.document.bytes("encrypt", hex(BLOCKS), "algorithm", algorithm, "key", key)).isEqualTo(secret);
		assertThat(this.document.bytes("decrypt", hex(secret), "algorithm", algorithm, "key", key)).isEqualTo(BLOCKS);
	}

	// The blocks after the counter came round are those that start with zero.
	@Test
	void ctrComesRound() {
		int key = aes("AES-CTR", BLOCK_KEY);
		String all = this.document.bytes("encrypt", hex(BLOCKS), "algorithm",
				map("name", "AES-CTR", "counter", base64("000000000000000000000000000000fe"), "length", 3), "key", key);
		String first = this.document.bytes("encrypt", hex(BLOCKS.substring(0, 64)), "algorithm",
				map("name", "AES-CTR", "counter", base64("000000000000000000000000000000fe"), "length", 128), "key",
				key);
		String rest = this.document.bytes("encrypt", hex(BLOCKS.substring(64)), "algorithm",
				map("name", "AES-CTR", "counter", base64("000000000000000000000000000000f8"), "length", 128), "key",
				key);
		assertThat(all).isEqualTo(first + rest);
		assertThat(this.document.failure("encrypt", hex(BLOCKS), "algorithm",
				map("name", "AES-CTR", "counter", base64("000000000000000000000000000000fe"), "length", 1), "key", key))
			.isEqualTo("OperationError");
	}

	// The GCM specification, test case 4.
	@ParameterizedTest
	@CsvSource({ "128", "120", "112", "104", "96", "64", "32" })
	void gcm(int tag) {
		int key = aes("AES-GCM", "feffe9928665731c6d6a8f9467308308");
		Map<String, Object> algorithm = map("name", "AES-GCM", "iv", base64("cafebabefacedbaddecaf888"),
				"additionalData", base64("feedfacedeadbeeffeedfacedeadbeefabaddad2"), "tagLength", tag);
		String secret = GCM_SECRET + GCM_TAG.substring(0, tag / 4);
		assertThat(this.document.bytes("encrypt", hex(GCM_PLAIN), "algorithm", algorithm, "key", key))
			.isEqualTo(secret);
		assertThat(this.document.bytes("decrypt", hex(secret), "algorithm", algorithm, "key", key))
			.isEqualTo(GCM_PLAIN);
		assertThat(
				this.document.failure("decrypt", hex("00" + secret.substring(2)), "algorithm", algorithm, "key", key))
			.isEqualTo("OperationError");
	}

	// The GCM specification, test case 6: another length of the iv.
	@Test
	void gcmWithLongIv() {
		int key = aes("AES-GCM", "feffe9928665731c6d6a8f9467308308");
		Map<String, Object> algorithm = map("name", "AES-GCM", "iv",
				base64("9313225df88406e555909c5aff5269aa6a7a9538534f7da1e4c303d2a318a728"
						+ "c3c0c95156809539fcf0e2429a6b525416aedbf5a0de6a57a637b39b"),
				"additionalData", base64("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
		assertThat(this.document.bytes("encrypt", hex(GCM_PLAIN), "algorithm", algorithm, "key", key))
			.isEqualTo("8ce24998625615b603a033aca13fb894be9112a5c3a211a8ba262a3cca7e2ca7"
					+ "01e4a9a4fba43c90ccdcb281d48c7c6fd62875d2aca417034c34aee5619cc5aefffe0bfa462af43c1699d050");
	}

	// RFC 3394, 4.1.
	@Test
	void kw() {
		int wrapping = this.document.importKey("raw", hex("000102030405060708090a0b0c0d0e0f"), map("name", "AES-KW"),
				"wrapKey", "unwrapKey");
		int key = aes("AES-CBC", "00112233445566778899aabbccddeeff");
		String wrapped = this.document.bytes("wrapKey", new byte[0], "format", "raw", "wrapped", key, "key", wrapping,
				"algorithm", map("name", "AES-KW"));
		assertThat(wrapped).isEqualTo("1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5");
		int unwrapped = this.document
			.value("unwrapKey", hex(wrapped), "format", "raw", "key", wrapping, "algorithm", map("name", "AES-KW"),
					"derived", map("name", "AES-GCM"), "extractable", true, "usages", List.of("encrypt"))
			.get("id")
			.asInt();
		assertThat(this.document.export("raw", unwrapped)).isEqualTo("00112233445566778899aabbccddeeff");
		assertThat(this.document.failure("unwrapKey", hex("00" + wrapped.substring(2)), "format", "raw", "key",
				wrapping, "algorithm", map("name", "AES-KW"), "derived", map("name", "AES-GCM"), "usages",
				List.of("encrypt")))
			.isEqualTo("OperationError");
	}

	// RFC 6070 and RFC 7914, 11.
	@ParameterizedTest
	@CsvSource({ "SHA-1, password, salt, 1, 0c60c80f961f0e71f3a9b524af6012062fe037a6",
			"SHA-1, password, salt, 4096, 4b007901b765489abead49d926f721d065a429c1",
			"SHA-1, passwordPASSWORDpassword, saltSALTsaltSALTsaltSALTsaltSALTsalt, 4096, "
					+ "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
			"SHA-256, passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
					+ "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783" })
	void pbkdf2(String hash, String password, String salt, int iterations, String expected) {
		int key = this.document.importKey("raw", text(password), map("name", "PBKDF2"), "deriveBits");
		String derived = this.document.bytes(
				"deriveBits", new byte[0], "algorithm", map("name", "PBKDF2", "hash", hash(hash), "salt",
						Base64.getEncoder().encodeToString(text(salt)), "iterations", iterations),
				"key", key, "length", expected.length() * 4);
		assertThat(derived).isEqualTo(expected);
	}

	// RFC 5869, A.1 and A.3.
	@ParameterizedTest
	@CsvSource({
			"000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9, "
					+ "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
			"'', '', 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8" })
	void hkdf(String salt, String info, String expected) {
		int key = this.document.importKey("raw", hex("0b".repeat(22)), map("name", "HKDF"), "deriveBits");
		Map<String, Object> algorithm = map("name", "HKDF", "hash", hash("SHA-256"), "salt", base64(salt), "info",
				base64(info));
		assertThat(this.document.bytes("deriveBits", new byte[0], "algorithm", algorithm, "key", key, "length", 336))
			.isEqualTo(expected);
		assertThat(this.document.bytes("deriveBits", new byte[0], "algorithm", algorithm, "key", key, "length", 0))
			.isEmpty();
		for (Object length : new Object[] { 7, 255 * 256 + 8, null }) {
			assertThat(this.document.failure("deriveBits", new byte[0], "algorithm", algorithm, "key", key, "length",
					length))
				.isEqualTo("OperationError");
		}
	}

}
