package dev.tauriboot.boot.autoconfigure.browser;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NonLoopbackAddressFailureAnalyzer}.
 */
class NonLoopbackAddressFailureAnalyzerTests {

	@Test
	void addressIsNamedAndAWayOutIs() throws Exception {
		NonLoopbackAddressException failure = new NonLoopbackAddressException(
				InetAddress.getByAddress(new byte[] { 10, 0, 0, 1 }));
		FailureAnalysis analysis = new NonLoopbackAddressFailureAnalyzer()
			.analyze(new IllegalStateException("start failed", failure));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo("'server.address' is 10.0.0.1, but the browser runtime shows "
				+ "the windows of this machine's user and listens on the loopback interface only.");
		assertThat(analysis.getAction()).isEqualTo("Remove 'server.address' or set it to 127.0.0.1. To reach the "
				+ "application from another machine, forward the port, for example with ssh -L.");
		assertThat(analysis.getCause()).isSameAs(failure);
	}

}
