package dev.tauriboot.command;

import dev.tauriboot.authority.AccessDecision.Granted;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of one command, ready to be resolved: everything that does not depend on
 * a call was decided when the command was registered.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CommandArgument {

	/**
	 * The parameter's value for a call.
	 * @param request the call
	 * @return the value, may be {@code null} where the parameter may
	 * @throws dev.tauriboot.ipc.InvokeException if the call does not bring a usable value
	 */
	@Nullable Object resolve(InvokeRequest request);

	/**
	 * The parameter's value for a call that was decided on.
	 * @param request the call
	 * @param granted what the call was granted with
	 * @return the value, may be {@code null} where the parameter may; what
	 * {@link #resolve(InvokeRequest)} returns unless overridden
	 * @throws dev.tauriboot.ipc.InvokeException if the call does not bring a usable value
	 */
	default @Nullable Object resolve(InvokeRequest request, Granted granted) {
		return resolve(request);
	}

	/**
	 * The key of the arguments object that the value is read from.
	 * @return the key, empty for the object as a whole, {@code null} if the value comes
	 * from elsewhere
	 */
	default @Nullable String key() {
		return null;
	}

}
