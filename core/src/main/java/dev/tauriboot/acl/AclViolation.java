package dev.tauriboot.acl;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One thing that is wrong with the access control of an application.
 *
 * @param message what is wrong, in the words of acl 13
 * @param subject the capability, manifest or file that has it
 * @param source where that was written, may be {@code null}
 * @param value the offending text, may be {@code null}
 * @param candidates what would have been valid, may be empty
 * @since 0.1.0
 */
public record AclViolation(String message, String subject, @Nullable String source, @Nullable String value,
		List<String> candidates) {

	public AclViolation {
		Assert.notNull(message, "'message' must not be null");
		Assert.notNull(subject, "'subject' must not be null");
		candidates = List.copyOf(candidates);
	}

	@Override
	public String toString() {
		return this.subject + ((this.source != null) ? " (" + this.source + ")" : "") + ": " + this.message;
	}

}
