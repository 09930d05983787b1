package dev.tauriboot.boot.autoconfigure.javafx;

import dev.tauriboot.javafx.FxStartException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains {@link FxStartException}.
 */
final class FxStartFailureAnalyzer extends AbstractFailureAnalyzer<FxStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FxStartException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Start the application where there is a display. Without one, set 'tauri.runtime' to browser, or "
						+ "'tauri.javafx.headless' to true for windows that nobody sees.",
				cause);
	}

}
