package dev.tauriboot.boot.autoconfigure.browser;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Binds the server to the loopback interface, on any free port unless one is configured.
 */
final class LoopbackWebServerCustomizer
		implements WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory>, Ordered {

	private final Environment environment;

	LoopbackWebServerCustomizer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void customize(ConfigurableReactiveWebServerFactory factory) {
		InetAddress configured = this.environment.getProperty("server.address", InetAddress.class);
		if (configured != null && !configured.isLoopbackAddress()) {
			throw new NonLoopbackAddressException(configured);
		}
		factory.setAddress((configured != null) ? configured : loopback());
		if (!this.environment.containsProperty("server.port")) {
			factory.setPort(0);
		}
	}

	// InetAddress.getLoopbackAddress() may be the one of IPv6, which the printed link
	// does not name.
	private static InetAddress loopback() {
		try {
			return InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
