package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.TauriPluginException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a plugin cannot be used as it is.
 */
class TauriPluginFailureAnalyzer extends AbstractFailureAnalyzer<TauriPluginException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TauriPluginException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.getAction(), cause);
	}

}
