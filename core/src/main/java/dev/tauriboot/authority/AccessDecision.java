package dev.tauriboot.authority;

import java.util.List;

import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import org.jspecify.annotations.Nullable;

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
