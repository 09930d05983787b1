package dev.tauriboot.boot.autoconfigure.browser;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains {@link NonLoopbackAddressException}.
 */
final class NonLoopbackAddressFailureAnalyzer extends AbstractFailureAnalyzer<NonLoopbackAddressException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NonLoopbackAddressException cause) {
		return new FailureAnalysis(
				"'server.address' is " + cause.address().getHostAddress()
						+ ", but the browser runtime shows the windows of this machine's user and listens "
						+ "on the loopback interface only.",
				"Remove 'server.address' or set it to 127.0.0.1. To reach the application from another machine, "
						+ "forward the port, for example with ssh -L.",
				cause);
	}

}
