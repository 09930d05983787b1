package dev.tauriboot.plugin.globalshortcut;

import java.util.function.Consumer;

/**
 * Watches keys, wherever the focus is. A bean, which an application or a test may
 * replace. Safe for any thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ShortcutHost {

	/**
	 * Begin to watch keys.
	 * @param shortcut the keys, which nobody watches yet
	 * @param listener told of each press and release, on a thread of the host's
	 * @return ends it
	 * @throws ShortcutException if they cannot be watched
	 */
	Watch watch(Shortcut shortcut, Consumer<ShortcutState> listener);

	/**
	 * A host for where no keys can be watched.
	 * @return the host
	 */
	static ShortcutHost unavailable() {
		return (shortcut, listener) -> {
			throw new ShortcutException(ShortcutException.UNAVAILABLE);
		};
	}

	/**
	 * Keys that are watched.
	 */
	@FunctionalInterface
	interface Watch extends AutoCloseable {

		@Override
		void close();

	}

}
