package dev.tauriboot.plugin.globalshortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code global-shortcut}: section 3.10 of the plugins' contract.
 * What a document has registered goes with it. Pages can take back each other's
 * shortcuts, but not those of Java code.
 *
 * @since 0.1.0
 */
public class GlobalShortcutCommands {

	private final Map<Shortcut, Registered> registered = new ConcurrentHashMap<>();

	private final GlobalShortcuts shortcuts;

	/**
	 * Create the commands.
	 * @param shortcuts the shortcuts
	 */
	public GlobalShortcutCommands(GlobalShortcuts shortcuts) {
		Assert.notNull(shortcuts, "'shortcuts' must not be null");
		this.shortcuts = shortcuts;
	}

	@TauriCommand("plugin:global-shortcut|register")
	void register(List<String> shortcuts, Channel<ShortcutEvent> handler, Page page) {
		List<Shortcut> parsed = parse(shortcuts);
		AtomicInteger open = new AtomicInteger();
		for (int i = 0; i < parsed.size(); i++) {
			register(parsed.get(i), shortcuts.get(i), handler, open, page);
		}
	}

	private void register(Shortcut shortcut, String text, Channel<ShortcutEvent> handler, AtomicInteger open,
			Page page) {
		long id = shortcut.id();
		this.shortcuts.register(shortcut, text, (state) -> handler.send(new ShortcutEvent(text, id, state)));
		handler.keepOpen();
		open.incrementAndGet();
		Registered end = new Registered(this, shortcut, handler, open, page);
		this.registered.put(shortcut, end);
		page.onClose(end);
	}

	@TauriCommand("plugin:global-shortcut|unregister")
	void unregister(List<String> shortcuts) {
		for (Shortcut shortcut : parse(shortcuts)) {
			Registered end = this.registered.get(shortcut);
			if (end != null) {
				end.run();
			}
		}
	}

	@TauriCommand("plugin:global-shortcut|unregister_all")
	void unregisterAll() {
		this.registered.values().forEach(Registered::run);
	}

	@TauriCommand("plugin:global-shortcut|is_registered")
	boolean isRegistered(String shortcut) {
		parse(List.of(shortcut));
		return this.shortcuts.isRegistered(shortcut);
	}

	private static List<Shortcut> parse(List<String> texts) {
		List<Shortcut> shortcuts = new ArrayList<>();
		for (String text : texts) {
			try {
				shortcuts.add(Shortcut.parse(text));
			}
			catch (IllegalArgumentException ex) {
				throw new InvokeException(String.valueOf(ex.getMessage()), ex);
			}
		}
		return shortcuts;
	}

	/**
	 * A shortcut of a document, as what ends it.
	 */
	private static final class Registered implements Runnable {

		private final GlobalShortcutCommands commands;

		private final Shortcut shortcut;

		private final Channel<ShortcutEvent> handler;

		private final AtomicInteger open;

		private final Page page;

		Registered(GlobalShortcutCommands commands, Shortcut shortcut, Channel<ShortcutEvent> handler,
				AtomicInteger open, Page page) {
			this.commands = commands;
			this.shortcut = shortcut;
			this.handler = handler;
			this.open = open;
			this.page = page;
		}

		@Override
		public void run() {
			if (this.commands.registered.remove(this.shortcut, this)) {
				this.commands.shortcuts.unregister(this.shortcut);
				this.page.removeOnClose(this);
				if (this.open.decrementAndGet() == 0) {
					this.handler.close();
				}
			}
		}

	}

	/**
	 * What a page is told.
	 *
	 * @param shortcut the keys as the page has registered them
	 * @param id the number of the keys
	 * @param state what has happened
	 */
	record ShortcutEvent(String shortcut, long id, ShortcutState state) {
	}

}
