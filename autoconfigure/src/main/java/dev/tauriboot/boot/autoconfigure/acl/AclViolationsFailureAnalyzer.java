package dev.tauriboot.boot.autoconfigure.acl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains everything that is wrong with the access control of the application: where it
 * was written, what would be valid, and what may have been meant.
 */
class AclViolationsFailureAnalyzer extends AbstractFailureAnalyzer<AclViolationsException> {

	private static final int MAX_CANDIDATES = 8;

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AclViolationsException cause) {
		List<AclViolation> violations = cause.getViolations();
		StringBuilder description = new StringBuilder("The access control of the application is not valid:\n");
		Set<String> actions = new LinkedHashSet<>();
		for (AclViolation violation : violations) {
			description.append("\n  - ").append(violation.subject()).append(": ").append(violation.message());
			if (violation.source() != null) {
				description.append("\n      at: ").append(violation.source());
			}
			String valid = valid(violation);
			if (valid != null) {
				description.append("\n      valid: ").append(valid);
			}
			actions.add(action(violation));
		}
		return new FailureAnalysis(description.toString(), String.join("\n", actions), cause);
	}

	private static @Nullable String valid(AclViolation violation) {
		List<String> candidates = violation.candidates();
		if (candidates.isEmpty()) {
			return null;
		}
		if (candidates.size() <= MAX_CANDIDATES) {
			return String.join(", ", candidates);
		}
		List<String> nearest = (violation.value() != null) ? Spelling.byNearness(violation.value(), candidates)
				: candidates;
		return String.join(", ", nearest.subList(0, MAX_CANDIDATES)) + " and " + (candidates.size() - MAX_CANDIDATES)
				+ " more";
	}

	private static String action(AclViolation violation) {
		String nearest = (violation.value() != null) ? Spelling.nearest(violation.value(), violation.candidates())
				: null;
		String place = (violation.source() != null) ? " at " + violation.source() : " of " + violation.subject();
		return (nearest != null)
				? "Did you mean '" + nearest + "' instead of '" + violation.value() + '\'' + place + '?'
				: "Correct " + ((violation.value() != null) ? '\'' + violation.value() + '\'' : "what is said") + place
						+ '.';
	}

}
