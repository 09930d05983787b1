package dev.tauriboot.authority.report;

import org.springframework.util.Assert;

/**
 * One oddity that an {@link AclInspector} noticed.
 *
 * @param kind what kind of oddity
 * @param subject what has it: a command, a capability, a manifest
 * @param message what is odd and what to do about it
 * @since 0.1.0
 */
public record AclFinding(Kind kind, String subject, String message) {

	public AclFinding {
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notNull(subject, "'subject' must not be null");
		Assert.notNull(message, "'message' must not be null");
	}

	@Override
	public String toString() {
		return this.subject + " " + this.message;
	}

	/**
	 * Kinds of oddities.
	 */
	public enum Kind {

		/** A command that no page can call. */
		UNREACHABLE_COMMAND,

		/** A plugin of whose commands pages can call some, and not the others. */
		PARTLY_GRANTED_PLUGIN,

		/** Plugins that no capability names: they came with others and are not used. */
		UNUSED_PLUGIN,

		/** A permission about a command that the program does not have. */
		UNKNOWN_COMMAND,

		/**
		 * A capability that grants commands of a plugin that the program does not have.
		 */
		UNKNOWN_PLUGIN,

		/** A set with a member that does not exist. */
		DANGLING_SET_MEMBER,

		/** A capability for windows that are not configured. */
		UNKNOWN_WINDOW,

		/** A capability that is not active on this platform. */
		INACTIVE_CAPABILITY,

		/** A capability that covers nobody. */
		COVERS_NOBODY,

		/** A pattern that matches more than is meant as a rule. */
		BROAD_PATTERN,

		/** A scope entry that has no effect. */
		INEFFECTIVE_SCOPE

	}

}
