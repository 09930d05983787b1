package dev.tauriboot.plugin.net;

import java.util.EnumMap;
import java.util.Map;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.tcp.SslProvider;

/**
 * How TLS is done, made once for each mode, since connections are pooled by it.
 */
final class TlsProviders {

	private final Map<TlsMode, SslProvider> http = new EnumMap<>(TlsMode.class);

	private final Map<TlsMode, SslProvider> sockets = new EnumMap<>(TlsMode.class);

	private final @Nullable TrustManagerFactory trust;

	TlsProviders(@Nullable TrustManagerFactory trust) {
		this.trust = trust;
	}

	/**
	 * For HTTP, in its second version where the server has it.
	 */
	synchronized SslProvider http(TlsMode mode) {
		return this.http.computeIfAbsent(mode, (key) -> create(key,
				Http2SslContextSpec.forClient().configure((context) -> context.trustManager(trust(key)))));
	}

	/**
	 * For web sockets, which begin in the first version.
	 */
	synchronized SslProvider sockets(TlsMode mode) {
		return this.sockets.computeIfAbsent(mode, (key) -> create(key,
				Http11SslContextSpec.forClient().configure((context) -> context.trustManager(trust(key)))));
	}

	private @Nullable TrustManagerFactory trust(TlsMode mode) {
		return (mode == TlsMode.ANY_CERTIFICATE) ? InsecureTrustManagerFactory.INSTANCE : this.trust;
	}

	private static SslProvider create(TlsMode mode, SslProvider.GenericSslContextSpec<?> spec) {
		SslProvider.Builder builder = SslProvider.builder().sslContext(spec);
		return ((mode != TlsMode.VERIFY) ? builder.handlerConfigurator(TlsProviders::acceptAnyHost) : builder).build();
	}

	private static void acceptAnyHost(SslHandler handler) {
		SSLEngine engine = handler.engine();
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("");
		engine.setSSLParameters(parameters);
	}

}
