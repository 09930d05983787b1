package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.command.DuplicateCommandException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that two methods claim the same command.
 */
class DuplicateCommandFailureAnalyzer extends AbstractFailureAnalyzer<DuplicateCommandException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DuplicateCommandException cause) {
		String description = "The command '" + cause.getName() + "' is declared twice:\n\n  - "
				+ cause.getFirst().toGenericString() + "\n  - " + cause.getSecond().toGenericString();
		return new FailureAnalysis(description,
				"Rename one of the methods, or give one of them a name of its own: @TauriCommand(\"another_name\").",
				cause);
	}

}
