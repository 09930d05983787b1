package dev.tauriboot.authority;

import java.util.List;

import dev.tauriboot.CommandName;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The answer to an {@link AccessRequest}.
 *
 * @since 0.1.0
 */
public sealed interface AccessDecision {

	/**
	 * Whether the call may go on.
	 * @return {@code true} if it was granted
	 */
	default boolean isGranted() {
		return this instanceof Granted;
	}

	/**
	 * The call may go on.
	 *
	 * @param grants the grants that matched, in order; none where a call needs no grant
	 * @param commandScope the scopes of the grants, joined in order
	 * @param globalScope the scope of all commands of the command's plugin
	 */
	record Granted(List<ResolvedCommand> grants, Scope commandScope, Scope globalScope) implements AccessDecision {

		/**
		 * Granted without a grant, and without a scope.
		 */
		public static final Granted UNCHECKED = new Granted(List.of(), Scope.EMPTY, Scope.EMPTY);

		public Granted {
			grants = List.copyOf(grants);
		}

	}

	/**
	 * The call is refused.
	 *
	 * @param reason why
	 * @param text the text that the page gets
	 * @param explanation the text of acl 7.4 with every detail, for developers' eyes
	 * @param remedy what would allow the call, as YAML to paste, or {@code null} if
	 * nothing would
	 */
	record Denied(Reason reason, String text, String explanation, @Nullable String remedy) implements AccessDecision {

		public Denied {
			Assert.notNull(reason, "'reason' must not be null");
			Assert.notNull(text, "'text' must not be null");
			Assert.notNull(explanation, "'explanation' must not be null");
		}

		/**
		 * A refusal for a reason other than capabilities.
		 * @param request the call
		 * @param why what developers get to see behind the command's name
		 * @param detailed whether the page gets to see it too
		 * @return the refusal
		 */
		public static Denied byRule(AccessRequest request, String why, boolean detailed) {
			String explanation = CommandName.of(request.command()).display() + ' ' + why;
			return new Denied(Reason.RULE, detailed ? explanation : terse(request.command()), explanation, null);
		}

		/**
		 * The text that tells a page no more than it knows already.
		 * @param command the command's full name as sent
		 * @return the text
		 */
		public static String terse(String command) {
			return "Command " + command + " not allowed by ACL";
		}

	}

	/**
	 * Why a call is refused.
	 */
	enum Reason {

		/** A capability denies the command. */
		EXPLICITLY_DENIED,

		/** The command is granted, but not to this caller. */
		NOT_COVERED,

		/** The command is granted to nobody. */
		NOT_GRANTED,

		/** No permission is about such a command. */
		UNKNOWN_COMMAND,

		/** There is no such plugin. */
		UNKNOWN_PLUGIN,

		/** A rule of the application's own says no. */
		RULE

	}

}
