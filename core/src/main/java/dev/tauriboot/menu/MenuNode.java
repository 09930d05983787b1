package dev.tauriboot.menu;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A menu, or something in one. One object can be in several menus, and shown in several
 * windows, at the same time: a change shows everywhere. Safe for any thread.
 *
 * @since 0.1.0
 */
public abstract sealed class MenuNode permits MenuParent, MenuItem, PredefinedMenuItem {

	private static final AtomicLong lastId = new AtomicLong(1000);

	private final String id;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile String text;

	private volatile boolean enabled = true;

	MenuNode(@Nullable String id, String text) {
		Assert.notNull(text, "'text' must not be null");
		this.id = (id != null) ? id : Long.toString(lastId.incrementAndGet());
		this.text = text;
	}

	/**
	 * The id by which it is told apart. Nothing prevents two of the same.
	 * @return the id, a number that was made up if none was given
	 */
	public final String id() {
		return this.id;
	}

	/**
	 * The text. An {@code &} marks the letter that follows as the key to reach it by,
	 * {@code &&} stands for the character.
	 * @return the text, empty for a {@link Menu}
	 */
	public final String text() {
		return this.text;
	}

	/**
	 * Change the text.
	 * @param text the new text
	 */
	public final void setText(String text) {
		Assert.notNull(text, "'text' must not be null");
		this.text = text;
		changed();
	}

	/**
	 * Whether the user can choose it.
	 * @return {@code true} unless it was disabled
	 */
	public final boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Let the user choose it, or not.
	 * @param enabled whether to
	 */
	public final void setEnabled(boolean enabled) {
		this.enabled = enabled;
		changed();
	}

	/**
	 * Be told of changes of this very object, for who shows it.
	 * @param listener told after each change, on the thread that made it
	 */
	public final void addChangeListener(Runnable listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
	}

	/**
	 * Be told no longer.
	 * @param listener the same object
	 */
	public final void removeChangeListener(Runnable listener) {
		this.listeners.remove(listener);
	}

	final void changed() {
		this.listeners.forEach(Runnable::run);
	}

	int listeners() {
		return this.listeners.size();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + "[" + this.id + "]";
	}

}
