package dev.tauriboot.event;

/**
 * Handles events in the back end, on a worker thread, one event at a time and in the
 * order of emission.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EventHandler {

	/**
	 * Handle an event. What it throws is logged.
	 * @param event the event
	 * @throws Exception any failure
	 */
	void handle(Event<EventPayload> event) throws Exception;

}
