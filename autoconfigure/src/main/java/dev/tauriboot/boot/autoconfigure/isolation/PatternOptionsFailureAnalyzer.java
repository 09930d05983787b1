package dev.tauriboot.boot.autoconfigure.isolation;

import dev.tauriboot.boot.autoconfigure.TauriProperties.PatternType;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains {@link PatternOptionsException}.
 */
final class PatternOptionsFailureAnalyzer extends AbstractFailureAnalyzer<PatternOptionsException> {

	private static final String PATTERN = "'tauri.app.security.pattern";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PatternOptionsException cause) {
		if (cause.pattern() == PatternType.ISOLATION) {
			return new FailureAnalysis(
					PATTERN + ".use' is 'isolation', but " + PATTERN
							+ ".options.dir' does not say where the isolation application is.",
					"Set " + PATTERN + ".options.dir' to the folder of its index.html, such as classpath:/isolation.",
					cause);
		}
		return new FailureAnalysis(
				PATTERN + ".options' are set, but " + PATTERN + ".use' is 'brownfield', which has no options: "
						+ "no hook would see any message.",
				"Set " + PATTERN + ".use' to 'isolation', or remove the options.", cause);
	}

}
