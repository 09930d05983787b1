package dev.tauriboot.authority.report;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * What an {@link AclInspector} noticed at start-up.
 *
 * @param findings the oddities, sorted by kind
 * @since 0.1.0
 */
public record AclReport(List<AclFinding> findings) {

	public AclReport {
		Assert.notNull(findings, "'findings' must not be null");
		findings = List.copyOf(findings);
	}

	/**
	 * The oddities of one kind.
	 * @param kind the kind
	 * @return those of that kind, may be empty
	 */
	public List<AclFinding> ofKind(AclFinding.Kind kind) {
		return this.findings.stream().filter((finding) -> finding.kind() == kind).toList();
	}

	/**
	 * Whether nothing was noticed.
	 * @return {@code true} if there is nothing to say
	 */
	public boolean isEmpty() {
		return this.findings.isEmpty();
	}

	@Override
	public String toString() {
		return this.findings.stream().map((finding) -> "\n  - " + finding).collect(Collectors.joining());
	}

}
