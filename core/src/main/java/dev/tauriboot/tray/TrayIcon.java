package dev.tauriboot.tray;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import dev.tauriboot.image.Image;
import dev.tauriboot.menu.MenuParent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An icon in the system's tray. A change shows at once where the icon does. Safe for any
 * thread.
 *
 * @since 0.1.0
 */
public final class TrayIcon {

	private static final AtomicLong lastId = new AtomicLong();

	private final String id;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile State state = new State(null, null, null, null, true, true);

	private volatile @Nullable Consumer<TrayEvent> handler;

	/**
	 * Create an icon.
	 * @param id its id, or {@code null} for one that is made up
	 */
	public TrayIcon(@Nullable String id) {
		this.id = (id != null) ? id : Long.toString(lastId.incrementAndGet());
	}

	/**
	 * The id by which it is found.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * What it looks like now.
	 * @return the state
	 */
	public State state() {
		return this.state;
	}

	/**
	 * Change what it looks like.
	 * @param state the new state
	 */
	public void setState(State state) {
		Assert.notNull(state, "'state' must not be null");
		this.state = state;
		this.listeners.forEach(Runnable::run);
	}

	/**
	 * Set what to do when the user does something with the icon.
	 * @param handler is told of it, on a thread of the tray, and must not block;
	 * {@code null} for nothing
	 */
	public void onEvent(@Nullable Consumer<TrayEvent> handler) {
		this.handler = handler;
	}

	/**
	 * Tell that the user has done something with the icon, for who shows it.
	 * @param event what has happened
	 */
	public void fire(TrayEvent event) {
		Consumer<TrayEvent> handler = this.handler;
		if (handler != null) {
			handler.accept(event);
		}
	}

	/**
	 * Be told of changes, for who shows it.
	 * @param listener told after each change, on the thread that made it
	 */
	public void addChangeListener(Runnable listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
	}

	/**
	 * Be told no longer.
	 * @param listener the same object
	 */
	public void removeChangeListener(Runnable listener) {
		this.listeners.remove(listener);
	}

	@Override
	public String toString() {
		return "TrayIcon[" + this.id + "]";
	}

	/**
	 * What an icon looks like.
	 *
	 * @param image the image, {@code null} for none
	 * @param menu the menu, {@code null} for none
	 * @param tooltip the text that explains it, {@code null} for none
	 * @param title the text beside it where trays have one, {@code null} for none
	 * @param visible whether it is shown
	 * @param menuOnLeftClick whether the left button opens the menu, too, where trays let
	 * one choose
	 */
	public record State(@Nullable Image image, @Nullable MenuParent menu, @Nullable String tooltip,
			@Nullable String title, boolean visible, boolean menuOnLeftClick) {

		/**
		 * The same with another image.
		 * @param image the image, or {@code null} for none
		 * @return the state
		 */
		public State withImage(@Nullable Image image) {
			return new State(image, this.menu, this.tooltip, this.title, this.visible, this.menuOnLeftClick);
		}

		/**
		 * The same with another menu.
		 * @param menu the menu, or {@code null} for none
		 * @return the state
		 */
		public State withMenu(@Nullable MenuParent menu) {
			return new State(this.image, menu, this.tooltip, this.title, this.visible, this.menuOnLeftClick);
		}

		/**
		 * The same with another tooltip.
		 * @param tooltip the text, or {@code null} for none
		 * @return the state
		 */
		public State withTooltip(@Nullable String tooltip) {
			return new State(this.image, this.menu, tooltip, this.title, this.visible, this.menuOnLeftClick);
		}

		/**
		 * The same with another title.
		 * @param title the text, or {@code null} for none
		 * @return the state
		 */
		public State withTitle(@Nullable String title) {
			return new State(this.image, this.menu, this.tooltip, title, this.visible, this.menuOnLeftClick);
		}

		/**
		 * The same shown or hidden.
		 * @param visible whether it is shown
		 * @return the state
		 */
		public State withVisible(boolean visible) {
			return new State(this.image, this.menu, this.tooltip, this.title, visible, this.menuOnLeftClick);
		}

		/**
		 * The same with or without the menu on the left button.
		 * @param menuOnLeftClick whether the left button opens the menu
		 * @return the state
		 */
		public State withMenuOnLeftClick(boolean menuOnLeftClick) {
			return new State(this.image, this.menu, this.tooltip, this.title, this.visible, menuOnLeftClick);
		}

	}

}
