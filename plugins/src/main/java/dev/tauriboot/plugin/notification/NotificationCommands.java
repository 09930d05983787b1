package dev.tauriboot.plugin.notification;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code notification}: section 3.9 of the plugins' contract. What
 * only phones can do is accepted and has no effect.
 *
 * @since 0.1.0
 */
public class NotificationCommands {

	private static final List<String> EVENTS = List.of("notification", "actionPerformed");

	private final Map<Page, Map<Listener, Channel<Object>>> listeners = new ConcurrentHashMap<>();

	private final Notifier notifier;

	/**
	 * Create the commands.
	 * @param notifier shows notes
	 */
	public NotificationCommands(Notifier notifier) {
		Assert.notNull(notifier, "'notifier' must not be null");
		this.notifier = notifier;
	}

	@TauriCommand("plugin:notification|is_permission_granted")
	boolean isPermissionGranted() {
		return this.notifier.isAvailable();
	}

	@TauriCommand("plugin:notification|request_permission")
	String requestPermission() {
		return this.notifier.isAvailable() ? "granted" : "denied";
	}

	@TauriCommand("plugin:notification|notify")
	void notify(NotificationOptions options) {
		String title = (options.title() != null) ? options.title() : "";
		try {
			this.notifier.show(new Notification(title, options.body(), options.icon(), options.sound()));
		}
		catch (IOException ex) {
			throw new InvokeException(Notifier.UNAVAILABLE, ex);
		}
	}

	@TauriCommand("plugin:notification|register_action_types")
	void registerActionTypes() {
	}

	@TauriCommand("plugin:notification|get_pending")
	List<Object> getPending() {
		return List.of();
	}

	@TauriCommand("plugin:notification|cancel")
	void cancel() {
	}

	@TauriCommand("plugin:notification|get_active")
	List<Object> getActive() {
		return List.of();
	}

	@TauriCommand("plugin:notification|remove_active")
	void removeActive() {
	}

	@TauriCommand("plugin:notification|create_channel")
	void createChannel() {
	}

	@TauriCommand("plugin:notification|delete_channel")
	void deleteChannel() {
	}

	@TauriCommand("plugin:notification|list_channels")
	List<Object> listChannels() {
		return List.of();
	}

	@TauriCommand("plugin:notification|register_listener")
	void registerListener(String event, Channel<Object> handler, Page page) {
		check(event, "register_listener");
		listeners(page).put(new Listener(event, handler.id()), handler.keepOpen());
	}

	private Map<Listener, Channel<Object>> listeners(Page page) {
		Map<Listener, Channel<Object>> created = new ConcurrentHashMap<>();
		Map<Listener, Channel<Object>> known = this.listeners.putIfAbsent(page, created);
		if (known != null) {
			return known;
		}
		page.onClose(() -> this.listeners.remove(page));
		return created;
	}

	@TauriCommand("plugin:notification|remove_listener")
	void removeListener(String event, long channelId, Page page) {
		check(event, "remove_listener");
		Channel<Object> listener = listeners(page).remove(new Listener(event, channelId));
		if (listener != null) {
			listener.close();
		}
	}

	private static void check(String event, String command) {
		if (!EVENTS.contains(event)) {
			throw new InvokeException("invalid args `event` for command `" + command + "`: unknown event `" + event
					+ "`, expected `notification` or `actionPerformed`");
		}
	}

	/**
	 * A listener within its document.
	 */
	private record Listener(String event, long channel) {
	}

}
