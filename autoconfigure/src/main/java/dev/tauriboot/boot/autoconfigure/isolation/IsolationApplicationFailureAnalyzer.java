package dev.tauriboot.boot.autoconfigure.isolation;

import dev.tauriboot.isolation.IsolationApplicationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains {@link IsolationApplicationException}.
 */
final class IsolationApplicationFailureAnalyzer extends AbstractFailureAnalyzer<IsolationApplicationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, IsolationApplicationException cause) {
		return new FailureAnalysis(
				"The isolation application at '" + cause.getLocation() + "' cannot be used: " + cause.getProblem()
						+ ".",
				"Have 'tauri.app.security.pattern.options.dir' name a folder with an index.html and the scripts it needs, "
						+ "one of which sets window.__TAURI_ISOLATION_HOOK__ to a function.",
				cause);
	}

}
