package dev.tauriboot.boot.autoconfigure.isolation;

import dev.tauriboot.boot.autoconfigure.TauriProperties.PatternType;

/**
 * The pattern and its options do not go together.
 */
final class PatternOptionsException extends RuntimeException {

	private final PatternType pattern;

	PatternOptionsException(PatternType pattern) {
		super("The pattern " + pattern + " does not go with its options");
		this.pattern = pattern;
	}

	PatternType pattern() {
		return this.pattern;
	}

}
