package dev.tauriboot.command.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tauriboot.event.EventTarget;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a Spring bean a listener to an event, emitted by a page or by the
 * back end. It listens from start-up on, before any page loads, and is called on a worker
 * thread, one event at a time.
 * <p>
 * Parameters, in any order and each optional: the payload as any type that the
 * application's mapper reads, the {@link dev.tauriboot.event.Event Event} with the type
 * of its payload (or {@link dev.tauriboot.event.EventPayload EventPayload}), and the
 * {@link dev.tauriboot.app.AppHandle AppHandle}. What the method returns is ignored, save
 * that a reactive result is subscribed to; what it throws is logged.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface TauriEventListener {

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The event's name, or a property placeholder.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What to listen for.
	 * @return the kind of target
	 */
	EventTarget.Kind target() default EventTarget.Kind.ANY;

	/**
	 * The label of the target, where its kind has one.
	 * @return the label
	 */
	String label() default "";

}
