package dev.tauriboot.javafx;

import java.util.Base64;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@code crypto.subtle} in a real WebView.
 */
class FxSubtleTests {

	private static final String HELPERS = """
			<script>
			const { subtle } = crypto;
			const hex = (data) => [...new Uint8Array(data)].map((b) => b.toString(16).padStart(2, '0')).join('');
			const bytes = (text) => new TextEncoder().encode(text);
			const name = (promise) => promise.then(() => 'resolved', (e) => (e instanceof DOMException || e instanceof
				TypeError) ? e.name : 'not an exception');
			const aes = (usages = ['encrypt', 'decrypt'], extractable = true) =>
				subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', extractable, usages);
			const gcm = { name: 'AES-GCM', iv: new Uint8Array(12) };
			</script>
			""";

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		app.html.put("/", HELPERS);
		app.html.put("/framed", HELPERS + "<iframe id=f src='/'></iframe>");
		main = app.open("main");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	private static String run(String body) {
		String result = FxTestApp.settle(main, "(async () => {" + body + "})()");
		return result.startsWith("\"") ? result.substring(1, result.length() - 1) : result;
	}

	@Test
	void hasTheShapeOfTheStandard() {
		assertThat(run("return isSecureContext && crypto.subtle === crypto.subtle && subtle instanceof SubtleCrypto"
				+ " && String(subtle) === '[object SubtleCrypto]' && subtle.digest.length === 2"))
			.isEqualTo("true");
		assertThat(run("const key = await aes(['decrypt', 'encrypt', 'encrypt']);"
				+ "return [key instanceof CryptoKey, String(key), key.type, key.extractable, key.algorithm,"
				+ " key.algorithm === key.algorithm, key.usages, Object.keys(key)]"))
			.isEqualTo("[true,\"[object CryptoKey]\",\"secret\",true,{\"name\":\"AES-GCM\",\"length\":128},true,"
					+ "[\"encrypt\",\"decrypt\"],[]]");
		assertThat(run("const made = []; for (const make of [() => new CryptoKey(), () => new SubtleCrypto(),"
				+ " () => CryptoKey.prototype.type, () => Crypto.prototype.subtle]) {"
				+ " try { make(); made.push('made') } catch (e) { made.push(e.name) } } return made"))
			.isEqualTo("[\"TypeError\",\"TypeError\",\"TypeError\",\"TypeError\"]");
		assertThat(run("const { publicKey } = await subtle.generateKey({ name: 'RSA-PSS', modulusLength: 1024,"
				+ " publicExponent: new Uint8Array([1, 0, 1]), hash: 'sha-256' }, false, ['sign', 'verify']);"
				+ " const { modulusLength, publicExponent, hash } = publicKey.algorithm;"
				+ " return [modulusLength, publicExponent instanceof Uint8Array, [...publicExponent], hash]"))
			.isEqualTo("[1024,true,[1,0,1],{\"name\":\"SHA-256\"}]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "subtle.digest('SHA-256') | TypeError",
			"subtle.digest('SHA-256', 'text') | TypeError", "subtle.digest({}, new Uint8Array(1)) | TypeError",
			"subtle.digest('MD5', new Uint8Array(1)) | NotSupportedError",
			"subtle.digest.call({}, 'SHA-1', new Uint8Array(1)) | TypeError",
			"subtle.encrypt(gcm, {}, new Uint8Array(1)) | TypeError",
			"aes().then((k) => subtle.encrypt({ name: 'AES-GCM' }, k, new Uint8Array(1))) | TypeError",
			"aes().then((k) => subtle.encrypt({ ...gcm, tagLength: 300 }, k, new Uint8Array(1))) | TypeError",
			"aes().then((k) => subtle.encrypt({ ...gcm, tagLength: 99 }, k, new Uint8Array(1))) | OperationError",
			"aes().then((k) => subtle.decrypt(gcm, k, new Uint8Array(15))) | OperationError",
			"aes(['encrypt']).then((k) => subtle.decrypt(gcm, k, new Uint8Array(16))) | InvalidAccessError",
			"aes(['encrypt'], false).then((k) => subtle.exportKey('raw', k)) | InvalidAccessError",
			"aes().then((k) => subtle.exportKey('der', k)) | TypeError", "aes(['fly']) | TypeError",
			"aes(['sign']) | SyntaxError", "aes([]) | SyntaxError",
			"subtle.importKey('raw', new Uint8Array(3), 'AES-GCM', true, ['encrypt']) | DataError",
			"subtle.importKey('jwk', new Uint8Array(16), 'AES-GCM', true, ['encrypt']) | TypeError",
			"subtle.importKey('raw', { kty: 'oct' }, 'AES-GCM', true, ['encrypt']) | TypeError",
			"subtle.importKey('jwk', { kty: 'RSA' }, 'AES-GCM', true, ['encrypt']) | DataError",
			"subtle.generateKey({ name: 'AES-GCM', length: 100 }, true, ['encrypt']) | OperationError",
			"subtle.generateKey({ name: 'AES-GCM', length: 1n }, true, ['encrypt']) | TypeError",
			"subtle.generateKey({ name: 'ECDSA', namedCurve: 'X' }, true, ['sign']) | NotSupportedError" })
	void rejectsAsTheStandardSays(String call, String name) {
		assertThat(run("return name(" + call + ")")).isEqualTo(name);
	}

	@Test
	void takesWhateverBytesAreIn() {
		assertThat(
				run("const all = new Uint8Array(512).map((_, i) => i); const view = new DataView(all.buffer, 256, 256);"
						+ " const r = []; for (const data of [all.slice(0, 256), all.buffer.slice(256), view,"
						+ " new Uint16Array(all.buffer, 0, 128)]) { r.push(hex(await subtle.digest('SHA-256', data))); }"
						+ " return [...new Set(r)].join()"))
			.isEqualTo("40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880");
		assertThat(run("const b = new Uint8Array(8).buffer; structuredClone(b, { transfer: [b] });"
				+ " return hex(await subtle.digest('SHA-1', b))"))
			.isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
		String mark = "[0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 13, 10]";
		assertThat(run("const key = await aes(); const data = new Uint8Array(" + mark + ");"
				+ " return hex(await subtle.decrypt(gcm, key, await subtle.encrypt(gcm, key, data)))"))
			.isEqualTo("efbbbffffe000d0a");
	}

	@Test
	void bytesAreTakenAtTheCall() {
		assertThat(run("const data = bytes('abc'); const promise = subtle.digest('SHA-1', data); data.fill(0);"
				+ " return hex(await promise)"))
			.isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
	}

	@Test
	void promisesSettleLaterAndInOrder() {
		assertThat(run("const order = []; const all = []; for (let i = 0; i < 20; i++) {"
				+ " all.push(subtle.digest('SHA-256', new Uint8Array(i % 2 ? 1 : 100000)).then(() => order.push(i))); }"
				+ " order.push('sync'); await Promise.resolve(); order.push('micro'); await Promise.all(all);"
				+ " return order.join()"))
			.isEqualTo("sync,micro,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19");
	}

	@Test
	void keysGoThroughAllTheirOperations() {
		assertThat(run("const p = { name: 'ECDH', namedCurve: 'P-256' };"
				+ " const a = await subtle.generateKey(p, false, ['deriveKey']);"
				+ " const b = await subtle.generateKey(p, true, ['deriveKey', 'deriveBits']);"
				+ " const pub = await subtle.importKey('jwk', await subtle.exportKey('jwk', b.publicKey), p, true, []);"
				+ " const target = { name: 'AES-GCM', length: 256 };"
				+ " const k = await subtle.deriveKey({ ...p, public: pub }, a.privateKey, target, false, ['encrypt']);"
				+ " const l = await subtle.deriveKey({ ...p, public: a.publicKey }, b.privateKey, target, true,"
				+ " ['decrypt', 'wrapKey', 'unwrapKey']);"
				+ " const text = new TextDecoder().decode(await subtle.decrypt(gcm, l, await subtle.encrypt(gcm, k,"
				+ " bytes('hello'))));" + " const wrapped = await subtle.wrapKey('jwk', b.privateKey, l, gcm);"
				+ " const back = await subtle.unwrapKey('jwk', wrapped, l, gcm, p, true, ['deriveBits', 'deriveKey']);"
				+ " const same = hex(await subtle.exportKey('pkcs8', back)) === hex(await subtle.exportKey('pkcs8',"
				+ " b.privateKey)); return [text, k.algorithm.length, same]"))
			.isEqualTo("[\"hello\",256,true]");
		assertThat(
				run("const { publicKey, privateKey } = await subtle.generateKey('Ed25519', false, ['sign', 'verify']);"
						+ " const signature = await subtle.sign('Ed25519', privateKey, bytes('a'));"
						+ " return [signature.byteLength, await subtle.verify('Ed25519', publicKey, signature, bytes('a')),"
						+ " await subtle.verify('Ed25519', publicKey, signature, bytes('b'))]"))
			.isEqualTo("[64,true,false]");
	}

	@Test
	void keysCannotBeCloned() {
		assertThat(run(
				"const key = await aes(); try { structuredClone(key); return 'cloned' } catch (e) { return e.name }"))
			.isEqualTo("DataCloneError");
		// As for a database, to which the keys would have to be cloned.
		assertThat(run("const key = await aes(); try { new MessageChannel().port1.postMessage({ key }); return 'sent' }"
				+ " catch (e) { return e.name }"))
			.isEqualTo("DataCloneError");
	}

	@Test
	void largeDataComesBackWhole() {
		byte[] zeros = new byte[3 << 20];
		String start = Base64.getEncoder().encodeToString(zeros).substring(0, 20);
		assertThat(run("const key = await aes(); const data = new Uint8Array(3 << 20);"
				+ " const plain = new Uint8Array(await subtle.decrypt(gcm, key, await subtle.encrypt(gcm, key, data)));"
				+ " return plain.length === data.length && plain.every((b) => b === 0) ? plain.toBase64().slice(0, 20)"
				+ " : 'damaged'"))
			.isEqualTo(start);
	}

	@Test
	void longOperationsLeaveThePageAlive() {
		assertThat(run("const key = await subtle.importKey('raw', bytes('password'), 'PBKDF2', false, ['deriveBits']);"
				+ " const order = []; const derive = (iterations) => subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512',"
				+ " salt: new Uint8Array(8), iterations }, key, 512);"
				+ " derive(2 ** 31).then(() => order.push('endless'), () => order.push('failed'));"
				+ " await subtle.digest('SHA-1', new Uint8Array(1)); order.push('short'); await derive(300000);"
				+ " order.push('long'); return order.join()"))
			.isEqualTo("short,long");
		// What a document has begun ends with it.
		main.eval("window.old = true");
		main.reload();
		FxTestApp.await(main, "!window.old && document.readyState === 'complete' && 'isTauri' in window");
	}

	@Test
	void keysAreForgottenWhenCollectedAndWithTheirDocument() {
		FxSubtle subtle = subtle();
		run("window.mine = await aes(); return 1");
		// When the engine collects is its own affair, with enough garbage it does.
		int made = 1;
		do {
			run("for (let i = 0; i < 200; i++) { await aes(); } let x;"
					+ " for (let k = 0; k < 1000000; k++) { x = [x && x.length, k, {}]; } return 1");
			made += 200;
		}
		while (subtle.keys() > made / 2 && made < 5000);
		assertThat(subtle.keys()).isBetween(1, made / 2);
		assertThat(run("return hex(await subtle.exportKey('raw', window.mine))")).hasSize(32);
		main.navigate("/?again");
		FxTestApp.await(main, "location.search === '?again' && document.readyState === 'complete'");
		assertThat(subtle.keys()).isZero();
		assertThat(run("return hex(await subtle.digest('SHA-1', bytes('abc')))")).startsWith("a9993e36");
	}

	private static FxSubtle subtle() {
		FxBridge bridge = main.bridge();
		assertThat(bridge).isNotNull();
		FxSubtle subtle = bridge.subtle();
		assertThat(subtle).isNotNull();
		return subtle;
	}

	@Test
	void framesHaveNone() {
		FxWebview framed = app.open("framed");
		framed.navigate("/framed");
		FxTestApp.await(framed, "location.pathname === '/framed' && document.readyState === 'complete'");
		assertThat(framed.evaluate("typeof crypto.subtle + typeof f.contentWindow.crypto.subtle"))
			.isEqualTo("objectundefined");
		framed.window().destroy();
	}

}
