package dev.tauriboot.app;

import java.util.List;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.event.EventHandler;
import dev.tauriboot.event.EventSubscription;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.event.Events;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The application as a whole: its events, its windows and its end. A bean, which command
 * methods and event listeners may also declare as a parameter. Safe for any thread.
 *
 * @since 0.1.0
 * @see Events
 */
public final class AppHandle {

	private final Events events;

	private final DesktopRuntime runtime;

	private final ExitHandler exitHandler;

	private final PackageInfo packageInfo;

	/**
	 * Create the handle.
	 * @param events the events
	 * @param runtime the windows
	 * @param exitHandler ends the application
	 * @param packageInfo what the application is called
	 */
	public AppHandle(Events events, DesktopRuntime runtime, ExitHandler exitHandler, PackageInfo packageInfo) {
		Assert.notNull(events, "'events' must not be null");
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(exitHandler, "'exitHandler' must not be null");
		Assert.notNull(packageInfo, "'packageInfo' must not be null");
		this.events = events;
		this.runtime = runtime;
		this.exitHandler = exitHandler;
		this.packageInfo = packageInfo;
	}

	/**
	 * Emit an event to all listeners.
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emit(String name, @Nullable Object payload) {
		this.events.emit(name, payload);
	}

	/**
	 * Emit an event to whatever has a label.
	 * @param label the label
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emitTo(String label, String name, @Nullable Object payload) {
		this.events.emitTo(EventTarget.anyLabel(label), name, payload);
	}

	/**
	 * Emit an event to the listeners that a target reaches.
	 * @param target the target
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emitTo(EventTarget target, String name, @Nullable Object payload) {
		this.events.emitTo(target, name, payload);
	}

	/**
	 * Emit an event to the listeners whose target a filter accepts, and to those that
	 * listen for any.
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @param filter decides about the target of a listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emitFilter(String name, @Nullable Object payload, Predicate<EventTarget> filter) {
		this.events.emitFilter(name, payload, filter);
	}

	/**
	 * Listen to an event that is for the application or for all.
	 * @param name the event's name
	 * @param handler handles each event, on a worker thread
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription listen(String name, EventHandler handler) {
		return this.events.listen(name, EventTarget.APP, handler);
	}

	/**
	 * Listen to an event.
	 * @param name the event's name
	 * @param target what to listen for, {@link EventTarget#ANY} for every event of that
	 * name
	 * @param handler handles each event, on a worker thread
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription listen(String name, EventTarget target, EventHandler handler) {
		return this.events.listen(name, target, handler);
	}

	/**
	 * Listen to the next event that is for the application or for all.
	 * @param name the event's name
	 * @param handler handles the event, on a worker thread
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription once(String name, EventHandler handler) {
		return this.events.once(name, EventTarget.APP, handler);
	}

	/**
	 * Remove a listener of the back end. Does nothing for an unknown id.
	 * @param id its id
	 */
	public void unlisten(int id) {
		this.events.unlisten(id);
	}

	/**
	 * The open windows.
	 * @return the windows, in the order they were created
	 */
	public List<Window> windows() {
		return this.runtime.windows();
	}

	/**
	 * Find a window.
	 * @param label its label
	 * @return the window, or {@code null} if none has that label
	 */
	public @Nullable Window window(String label) {
		return Label.isValid(label) ? this.runtime.find(Label.of(label)) : null;
	}

	/**
	 * The webviews of all windows.
	 * @return the webviews
	 */
	public List<Webview> webviews() {
		return this.runtime.webviews();
	}

	/**
	 * Find a webview, whichever window it is in.
	 * @param label its label
	 * @return the webview, or {@code null} if none has that label
	 */
	public @Nullable Webview webview(String label) {
		return Label.isValid(label) ? this.runtime.findWebview(Label.of(label)) : null;
	}

	/**
	 * What the application is called.
	 * @return its name, version and identifier
	 */
	public PackageInfo packageInfo() {
		return this.packageInfo;
	}

	/**
	 * The thread that owns the windows.
	 * @return the main thread
	 */
	public MainThread mainThread() {
		return this.runtime.mainThread();
	}

	/**
	 * End the application. Returns at once.
	 * @param code the exit code of the process
	 */
	public void exit(int code) {
		this.exitHandler.exit(code);
	}

}
