package dev.tauriboot.asset;

import java.util.ArrayList;
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

	/**
	 * The policy of one response.
	 * @param scriptNonces nonces of the document's scripts
	 * @param scriptHashes hashes of scripts, quoted
	 * @param styleNonces nonces of the document's styles
	 */
	@Nullable ContentSecurityPolicy policy(List<String> scriptNonces, List<String> scriptHashes, List<String> styleNonces) {
		ContentSecurityPolicy policy = this.policy;
		if (policy == null) {
			return null;
		}
		if (modifies("connect-src") && !this.connectSources.isEmpty() && policy.restricts("connect-src")) {
			policy = policy.with("connect-src", this.connectSources);
		}
		if (modifies("script-src")) {
			policy = policy.with("script-src", sources(scriptNonces, scriptHashes));
		}
		if (modifies("style-src") && !styleNonces.isEmpty()) {
			policy = policy.with("style-src", sources(styleNonces, List.of()));
		}
		return policy;
	}

	private static List<String> sources(List<String> nonces, List<String> hashes) {
		List<String> sources = new ArrayList<>(List.of("'self'"));
		nonces.forEach((nonce) -> sources.add("'nonce-" + nonce + "'"));
		sources.addAll(hashes);
		return sources;
	}

}
