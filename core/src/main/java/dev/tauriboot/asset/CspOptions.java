package dev.tauriboot.asset;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How pages are protected.
 *
 * @param policy the configured policy, or {@code null} for none
 * @param leaveAll whether to send the policy exactly as configured
 * @param leave directives to leave as configured
 * @param connectSources sources that pages must be able to connect to
 * @since 0.1.0
 */
public record CspOptions(@Nullable ContentSecurityPolicy policy, boolean leaveAll, List<String> leave,
		List<String> connectSources) {

	/** No policy. */
	public static final CspOptions NONE = new CspOptions(null, false, List.of(), List.of());

	boolean modifies(String directive) {
		return this.policy != null && !this.leaveAll && !this.leave.contains(directive);
	}

}
