package dev.tauriboot.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an event of the application that pages get too: whatever object of it is
 * published by Spring's {@code ApplicationEventPublisher} is also emitted, as the
 * payload, to the target. It must not be an {@code ApplicationEvent} itself, whose source
 * is not for pages.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface TauriEvent {

	/**
	 * The event's name.
	 * @return the name
	 */
	String name();

	/**
	 * Whom the event is for.
	 * @return the kind of target
	 */
	EventTarget.Kind target() default EventTarget.Kind.ANY;

	/**
	 * The label of the target, where its kind has one.
	 * @return the label
	 */
	String label() default "";

}
