package dev.tauriboot.plugin.globalshortcut;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.github.kwhat.jnativehook.NativeHookException;
import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Watches keys by jnativehook, on X11, macOS and Windows. Keys are seen, not taken: the
 * application that has the focus gets them too, and that another one watches them is not
 * known.
 *
 * @since 0.1.0
 */
public class NativeShortcutHost implements ShortcutHost {

	private static final Log logger = LogFactory.getLog(NativeShortcutHost.class);

	private final List<Watched> watched = new CopyOnWriteArrayList<>();

	private final NativeKeyListener listener = new Listener();

	private final KeyHook hook;

	private final boolean display;

	/**
	 * Create the host.
	 */
	public NativeShortcutHost() {
		this(KeyHook.system(), System.getProperty("os.name", ""), System.getenv());
	}

	NativeShortcutHost(KeyHook hook, String system, Map<String, String> environment) {
		this.hook = hook;
		String name = system.toLowerCase(Locale.ROOT);
		// On Wayland only keys of the few windows that still speak X would be seen.
		this.display = name.startsWith("mac") || name.startsWith("windows")
				|| (StringUtils.hasText(environment.get("DISPLAY"))
						&& !StringUtils.hasText(environment.get("WAYLAND_DISPLAY")));
	}

	@Override
	public synchronized Watch watch(Shortcut shortcut, Consumer<ShortcutState> told) {
		Assert.notNull(shortcut, "'shortcut' must not be null");
		Assert.notNull(told, "'told' must not be null");
		if (!this.display) {
			throw new ShortcutException(ShortcutException.UNAVAILABLE);
		}
		Integer number = NativeKeys.number(shortcut.key());
		if (number == null) {
			throw new ShortcutException("the key '" + shortcut.key() + "' cannot be watched on this display");
		}
		if (this.watched.isEmpty()) {
			start();
		}
		Watched watch = new Watched(shortcut, number, told);
		this.watched.add(watch);
		return () -> end(watch);
	}

	private void start() {
		try {
			this.hook.add(this.listener);
		}
		catch (NativeHookException | LinkageError ex) {
			throw new ShortcutException(ShortcutException.UNAVAILABLE, ex);
		}
	}

	private synchronized void end(Watched watch) {
		if (!this.watched.remove(watch) || !this.watched.isEmpty()) {
			return;
		}
		try {
			this.hook.remove(this.listener);
		}
		catch (NativeHookException ex) {
			logger.warn("The keys of the desktop are seen still", ex);
		}
	}

	/**
	 * Finds out whose keys they are.
	 */
	private final class Listener implements NativeKeyListener {

		@Override
		public void nativeKeyPressed(NativeKeyEvent event) {
			for (Watched watch : NativeShortcutHost.this.watched) {
				watch.pressed(event);
			}
		}

		@Override
		public void nativeKeyReleased(NativeKeyEvent event) {
			for (Watched watch : NativeShortcutHost.this.watched) {
				watch.released(event);
			}
		}

	}

	/**
	 * One shortcut. All keys come on one thread.
	 */
	private static final class Watched {

		private final Shortcut shortcut;

		private final int number;

		private final Consumer<ShortcutState> told;

		private boolean down;

		Watched(Shortcut shortcut, int number, Consumer<ShortcutState> told) {
			this.shortcut = shortcut;
			this.number = number;
			this.told = told;
		}

		// A key that is held comes again and again.
		void pressed(NativeKeyEvent event) {
			if (!this.down && isKey(event) && NativeKeys.modifiers(event).equals(this.shortcut.modifiers())) {
				this.down = true;
				this.told.accept(ShortcutState.PRESSED);
			}
		}

		// Whatever else is still held.
		void released(NativeKeyEvent event) {
			if (this.down && isKey(event)) {
				this.down = false;
				this.told.accept(ShortcutState.RELEASED);
			}
		}

		private boolean isKey(NativeKeyEvent event) {
			return event.getKeyCode() == this.number && event.getKeyLocation() != NativeKeyEvent.KEY_LOCATION_NUMPAD;
		}

	}

}
