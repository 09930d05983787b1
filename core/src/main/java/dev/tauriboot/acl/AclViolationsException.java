package dev.tauriboot.acl;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * Thrown once with everything that is wrong with the access control of an application,
 * which must not start like that.
 *
 * @since 0.1.0
 */
public class AclViolationsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<AclViolation> violations;

	/**
	 * Create the exception.
	 * @param violations what is wrong, at least one
	 */
	public AclViolationsException(List<AclViolation> violations) {
		super(violations.stream().map(AclViolation::toString).collect(Collectors.joining("\n")));
		Assert.notEmpty(violations, "'violations' must not be empty");
		this.violations = List.copyOf(violations);
	}

	/**
	 * What is wrong.
	 * @return all of it, in the order it was found
	 */
	public List<AclViolation> getViolations() {
		return this.violations;
	}

}
