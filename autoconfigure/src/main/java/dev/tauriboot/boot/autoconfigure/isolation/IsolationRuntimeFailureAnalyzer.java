package dev.tauriboot.boot.autoconfigure.isolation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains {@link IsolationRuntimeException}.
 */
final class IsolationRuntimeFailureAnalyzer extends AbstractFailureAnalyzer<IsolationRuntimeException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, IsolationRuntimeException cause) {
		return new FailureAnalysis(
				"'tauri.app.security.pattern.use' is 'isolation', but the windows open in a browser, "
						+ "where no hook would see their messages.",
				"Set 'tauri.runtime' to 'javafx' and see to a display, or set 'tauri.javafx.headless'. "
						+ "Without isolation set 'tauri.app.security.pattern.use' to 'brownfield'.",
				cause);
	}

}
