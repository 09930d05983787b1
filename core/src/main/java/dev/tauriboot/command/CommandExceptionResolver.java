package dev.tauriboot.command;

import org.jspecify.annotations.Nullable;

/**
 * Turns what a command threw into the value its promise rejects with. Beans of this type
 * are asked in order; the first answer counts. What nobody knows is logged with an id, of
 * which the page gets to see little more than that.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CommandExceptionResolver {

	/**
	 * Resolve a failure.
	 * @param error what the command, or the resolution of its arguments, threw
	 * @param command the command
	 * @param request the call
	 * @return the rejection, or {@code null} to leave it to the next resolver
	 */
	@Nullable CommandRejection resolve(Throwable error, CommandHandlerMethod command, InvokeRequest request);

}
