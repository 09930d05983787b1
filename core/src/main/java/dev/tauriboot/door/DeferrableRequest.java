package dev.tauriboot.door;

/**
 * A request whose sender says by itself when it has waited long enough. A door need not
 * set a timer for it.
 *
 * @since 0.1.0
 */
public interface DeferrableRequest {

	/**
	 * Have an action run when the sender's patience ends before there is a response.
	 * @param action makes the door answer that the response will come later
	 */
	void whenImpatient(Runnable action);

}
