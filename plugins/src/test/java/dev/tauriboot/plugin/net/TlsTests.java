package dev.tauriboot.plugin.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link NetworkClient} with servers that have certificates, good ones and
 * others.
 */
class TlsTests {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static KeyStore store(String name) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream input = TlsTests.class.getResourceAsStream("/tls/" + name + ".p12")) {
			store.load(input, PASSWORD);
		}
		return store;
	}

	private static DisposableServer serve(String certificate, HttpProtocol... protocols) throws Exception {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store(certificate), PASSWORD);
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(protocols)
			.secure((spec) -> spec.sslContext((protocols.length > 1) ? Http2SslContextSpec.forServer(keys)
					: Http11SslContextSpec.forServer(keys)))
			.handle((request, response) -> response.header("x-protocol", request.protocol())
				.sendString(Mono.just("hi")))
			.bindNow();
	}

	private static NetworkClient trusting(String certificate) throws Exception {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("it", store(certificate).getCertificate(certificate));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		return new NetworkClient(trust);
	}

	private static String get(NetworkClient client, DisposableServer server, TlsMode mode) {
		return client.send(HttpCall.of("GET", "https://localhost:" + server.port() + "/").tls(mode).build())
			.flatMap((reply) -> reply.body().readAll(100).map((body) -> reply.header("x-protocol")))
			.block(LIMIT);
	}

	@ParameterizedTest
	@CsvSource({ "localhost, VERIFY", "other, ANY_HOST", "localhost, ANY_HOST", "other, ANY_CERTIFICATE" })
	void trustedCertificateIsAccepted(String certificate, TlsMode mode) throws Exception {
		DisposableServer server = serve(certificate, HttpProtocol.HTTP11);
		try (NetworkClient client = trusting(certificate)) {
			assertThat(get(client, server, mode)).isEqualTo("HTTP/1.1");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void invalidCertificatesAreRefused() throws Exception {
		DisposableServer server = serve("localhost", HttpProtocol.HTTP11);
		DisposableServer other = serve("other", HttpProtocol.HTTP11);
		try (NetworkClient client = new NetworkClient(); NetworkClient trusting = trusting("other")) {
			for (TlsMode mode : new TlsMode[] { TlsMode.VERIFY, TlsMode.ANY_HOST }) {
				assertThatThrownBy(() -> get(client, server, mode)).isInstanceOf(NetworkException.class)
					.hasMessageContaining("unable to find valid certification path");
			}
			assertThat(get(client, server, TlsMode.ANY_CERTIFICATE)).isEqualTo("HTTP/1.1");
			assertThatThrownBy(() -> get(client, server, TlsMode.VERIFY)).isInstanceOf(NetworkException.class);
			assertThatThrownBy(() -> get(trusting, other, TlsMode.VERIFY)).isInstanceOf(NetworkException.class)
				.hasMessageContaining("localhost");
			assertThat(get(trusting, other, TlsMode.ANY_HOST)).isEqualTo("HTTP/1.1");
		}
		finally {
			server.disposeNow();
			other.disposeNow();
		}
	}

	// row 135
	@Test
	void secondVersionIsSpokenWithoutItsNames() throws Exception {
		DisposableServer server = serve("localhost", HttpProtocol.H2, HttpProtocol.HTTP11);
		try (NetworkClient client = trusting("localhost")) {
			for (int i = 0; i < 3; i++) {
				HttpReply reply = client.send(HttpCall.of("GET", "https://localhost:" + server.port() + "/x?y").build())
					.block(LIMIT);
				assertThat(reply.header("x-protocol")).isEqualTo("HTTP/2.0");
				assertThat(reply.headers()).extracting(HttpHeader::name)
					.noneMatch((name) -> name.startsWith(":") || name.startsWith("x-http2"));
				assertThat(reply.body().readAll(100).block(LIMIT)).asString().isEqualTo("hi");
			}
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void plainServerSpeaksNoTls() throws Exception {
		try (NetworkClient client = new NetworkClient(); ServerSocket server = new ServerSocket(0)) {
			Thread nonsense = new Thread(() -> {
				try (Socket socket = server.accept()) {
					socket.getOutputStream()
						.write("this is not TLS, whatever it is".getBytes(StandardCharsets.US_ASCII));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			nonsense.start();
			assertThatThrownBy(
					() -> client.send(HttpCall.of("GET", "https://localhost:" + server.getLocalPort() + "/").build())
						.block(LIMIT))
				.isInstanceOf(NetworkException.class);
		}
	}

}
