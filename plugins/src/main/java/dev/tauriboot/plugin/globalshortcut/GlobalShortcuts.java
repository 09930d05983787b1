package dev.tauriboot.plugin.globalshortcut;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * The shortcuts of the application, which work wherever the focus is. A bean. Closing it
 * takes them all back. Safe for any thread.
 *
 * @since 0.1.0
 */
public class GlobalShortcuts implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(GlobalShortcuts.class);

	private final Map<Shortcut, ShortcutHost.Watch> watches = new HashMap<>();

	private final ReentrantLock lock = new ReentrantLock();

	private final ShortcutHost host;

	private boolean closed;

	/**
	 * Create the bean.
	 * @param host watches keys
	 */
	public GlobalShortcuts(ShortcutHost host) {
		Assert.notNull(host, "'host' must not be null");
		this.host = host;
	}

	/**
	 * Register a shortcut.
	 * @param text the keys, such as {@code CmdOrCtrl+Shift+K}
	 * @param listener told of each press and release, one at a time; should not block
	 * @throws IllegalArgumentException if the text does not name keys
	 * @throws ShortcutException if the shortcut is registered, or none can be
	 */
	public void register(String text, Consumer<ShortcutState> listener) {
		Shortcut shortcut = Shortcut.parse(text);
		register(shortcut, text, listener);
	}

	void register(Shortcut shortcut, String text, Consumer<ShortcutState> listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.lock.lock();
		try {
			if (this.closed) {
				throw new ShortcutException(ShortcutException.UNAVAILABLE);
			}
			if (this.watches.containsKey(shortcut)) {
				throw new ShortcutException("the shortcut '" + text + "' is already registered");
			}
			this.watches.put(shortcut, this.host.watch(shortcut, (state) -> tell(listener, state)));
		}
		finally {
			this.lock.unlock();
		}
	}

	private static void tell(Consumer<ShortcutState> listener, ShortcutState state) {
		try {
			listener.accept(state);
		}
		catch (RuntimeException ex) {
			logger.warn("A shortcut's listener failed", ex);
		}
	}

	/**
	 * Take a shortcut back. Does nothing if it is not registered.
	 * @param text the keys
	 * @throws IllegalArgumentException if the text does not name keys
	 */
	public void unregister(String text) {
		unregister(Shortcut.parse(text));
	}

	void unregister(Shortcut shortcut) {
		this.lock.lock();
		try {
			ShortcutHost.Watch watch = this.watches.remove(shortcut);
			if (watch != null) {
				watch.close();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether the application has registered a shortcut.
	 * @param text the keys
	 * @return whether it has
	 * @throws IllegalArgumentException if the text does not name keys
	 */
	public boolean isRegistered(String text) {
		Shortcut shortcut = Shortcut.parse(text);
		this.lock.lock();
		try {
			return this.watches.containsKey(shortcut);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.watches.values().forEach(ShortcutHost.Watch::close);
			this.watches.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

}
