package dev.tauriboot.event;

import reactor.core.Disposable;

/**
 * A listener of the back end.
 *
 * @since 0.1.0
 */
public interface EventSubscription extends Disposable {

	/**
	 * The listener's id, unique among all listeners of the application.
	 * @return the id
	 */
	int id();

	/**
	 * The name of the event listened to.
	 * @return the name
	 */
	EventName name();

	/**
	 * Stop listening. Events that wait are not handled any more. A second call does
	 * nothing.
	 */
	void unlisten();

	@Override
	default void dispose() {
		unlisten();
	}

}
