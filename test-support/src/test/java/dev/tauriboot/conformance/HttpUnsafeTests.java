package dev.tauriboot.conformance;

import java.io.InputStream;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.RuntimeAuthority;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.3 of the plugins' contract: what the application lets pages do on request.
 */
@TestPropertySource(
		properties = { "tauri.plugins.http.unsafe-headers=true", "tauri.plugins.http.dangerous-settings=true",
				"tauri.plugins.http.scope-redirects=false", "tauri.plugins.http.user-agent=Notes" })
class HttpUnsafeTests extends NetworkPluginTests {

	@Autowired
	private RuntimeAuthority authority;

	// row 131
	@Test
	void anyHeaderIsSent() throws Exception {
		JsonNode echoes = http(
				"""
						const send = async (headers) => {
						  const head = await invoke('plugin:http|fetch_send', { rid: await raw({ url: `${base}/echo`, headers }) });
						  const body = await invoke('plugin:http|fetch_read_body', { rid: head.rid });
						  return JSON.parse(new TextDecoder().decode(new Uint8Array(body).slice(0, -1))).headers;
						};
						const some = await send([['cookie', 'a=b'], ['sec-x', 's'], ['proxy-x', 'p'], ['origin', 'http://mine'],
						  ['referer', 'http://r/'], ['host', 'other'], ['date', 'd']]);
						const none = await send([['origin', '']]);
						return [some, none];
						""");
		JsonNode some = echoes.get(0);
		assertThat(some.get("cookie").toString()).isEqualTo("[\"a=b\"]");
		assertThat(some.get("sec-x").toString()).isEqualTo("[\"s\"]");
		assertThat(some.get("proxy-x").toString()).isEqualTo("[\"p\"]");
		assertThat(some.get("origin").toString()).isEqualTo("[\"http://mine\"]");
		assertThat(some.get("referer").toString()).isEqualTo("[\"http://r/\"]");
		assertThat(some.get("host").toString()).isEqualTo("[\"other\"]");
		assertThat(some.get("date").toString()).isEqualTo("[\"d\"]");
		assertThat(some.get("user-agent").toString()).isEqualTo("[\"Notes\"]");
		assertThat(echoes.get(1).has("origin")).isFalse();
	}

	// row 141, without what it asks for
	@Test
	void redirectionsGoAnywhere() throws Exception {
		assertThat(http("return (await get(`${base}/away`)).url;").asString())
			.isEqualTo("http://127.0.0.1:" + server.port() + "/echo");
	}

	// rows 135, 148
	@Test
	void invalidCertificateIsAcceptedOnRequest() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream input = getClass().getResourceAsStream("/tls/other.p12")) {
			store.load(input, "changeit".toCharArray());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, "changeit".toCharArray());
		DisposableServer tls = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
			.secure((spec) -> spec.sslContext(Http2SslContextSpec.forServer(keys)))
			.handle((request, response) -> response.header("x-protocol", request.protocol())
				.sendString(Mono.just("secret")))
			.bindNow();
		try {
			Scope urls = new Scope(List.of("https://localhost:" + tls.port()), List.of());
			this.authority.add(List.of(Capability.withId("tls-" + tls.port())
				.windows("*")
				.permission(new PermissionEntry("http:default", urls))
				.build()));
			assertThat(
					http("""
							const url = 'https://localhost:%d/';
							const response = await get(url, { danger: { acceptInvalidCerts: true, acceptInvalidHostnames: true } });
							const text = await response.text();
							return [text, response.headers.get('x-protocol'),
							  [...response.headers.keys()].some((name) => name.startsWith(':')),
							  (await rejection(get(url))).startsWith('error sending request for url (https://localhost'),
							  (await rejection(get(url, { danger: { acceptInvalidHostnames: true } }))).startsWith('error sending')];
							""",
							tls.port())
						.toString())
				.isEqualTo("[\"secret\",\"HTTP/2.0\",false,true,true]");
		}
		finally {
			tls.disposeNow();
		}
	}

}
