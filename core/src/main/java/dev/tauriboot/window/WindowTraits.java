package dev.tauriboot.window;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What else a window is when it opens. What a runtime cannot do is left out, and the log
 * says so.
 *
 * @param flags what it is and what not
 * @param transparent whether the desktop is seen where its page has no background; such a
 * window needs to be without decorations
 * @param parent the window that it belongs to, above which it stays and with which it
 * closes, if any
 * @param theme its theme, {@code null} for that of the system
 * @param backgroundColor what is seen where its page has no background, if any
 * @param preventOverflow if it is to be no larger than its screen's work area, how many
 * physical pixels are to be left of that; {@code null} if it may be larger
 * @param dragDrop whether files dropped onto it are told by events rather than to the
 * page
 * @param zoomHotkeys whether the page is zoomed by keys
 * @param webview whether it shows a page
 * @param engine what its engine does otherwise than by itself
 * @since 0.1.0
 */
public record WindowTraits(Set<WindowFlag> flags, boolean transparent, @Nullable Label parent, @Nullable Theme theme,
		@Nullable Color backgroundColor, @Nullable PhysicalSize preventOverflow, boolean dragDrop, boolean zoomHotkeys,
		boolean webview, EngineOptions engine) {

	/** What a window is that nobody has asked to be otherwise. */
	public static final WindowTraits DEFAULT = new WindowTraits(WindowFlag.initially(), false, null, null, null, null,
			true, false, true, EngineOptions.DEFAULT);

	public WindowTraits {
		Assert.notNull(flags, "'flags' must not be null");
		Assert.notNull(engine, "'engine' must not be null");
		flags = Collections.unmodifiableSet(flags.isEmpty() ? EnumSet.noneOf(WindowFlag.class) : EnumSet.copyOf(flags));
	}

	/**
	 * Whether it is something.
	 * @param flag what
	 * @return {@code true} if so
	 */
	public boolean is(WindowFlag flag) {
		return this.flags.contains(flag);
	}

	/**
	 * The same, being something or not.
	 * @param flag what
	 * @param value whether it is that
	 * @return the traits
	 */
	public WindowTraits with(WindowFlag flag, boolean value) {
		Assert.notNull(flag, "'flag' must not be null");
		EnumSet<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);
		flags.addAll(this.flags);
		if (value) {
			flags.add(flag);
		}
		else {
			flags.remove(flag);
		}
		return new WindowTraits(flags, this.transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, transparent or not.
	 * @param transparent whether the desktop is seen through it
	 * @return the traits
	 */
	public WindowTraits withTransparent(boolean transparent) {
		return new WindowTraits(this.flags, transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, belonging to another window.
	 * @param parent the other window, or {@code null}
	 * @return the traits
	 */
	public WindowTraits withParent(@Nullable Label parent) {
		return new WindowTraits(this.flags, this.transparent, parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same with a theme.
	 * @param theme the theme, or {@code null} for that of the system
	 * @return the traits
	 */
	public WindowTraits withTheme(@Nullable Theme theme) {
		return new WindowTraits(this.flags, this.transparent, this.parent, theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same with a background.
	 * @param backgroundColor the colour, or {@code null}
	 * @return the traits
	 */
	public WindowTraits withBackgroundColor(@Nullable Color backgroundColor) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, no larger than its screen's work area.
	 * @param margin how many physical pixels are to be left of that, or {@code null} if
	 * it may be larger
	 * @return the traits
	 */
	public WindowTraits withPreventOverflow(@Nullable PhysicalSize margin) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, this.backgroundColor, margin,
				this.dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, telling of dropped files or leaving them to the page.
	 * @param dragDrop whether files dropped onto it are told by events
	 * @return the traits
	 */
	public WindowTraits withDragDrop(boolean dragDrop) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, dragDrop, this.zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, with keys that zoom or without.
	 * @param zoomHotkeys whether the page is zoomed by keys
	 * @return the traits
	 */
	public WindowTraits withZoomHotkeys(boolean zoomHotkeys) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, zoomHotkeys, this.webview, this.engine);
	}

	/**
	 * The same, with a page or without.
	 * @param webview whether it shows a page
	 * @return the traits
	 */
	public WindowTraits withWebview(boolean webview) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, webview, this.engine);
	}

	/**
	 * The same with an engine that does otherwise than by itself.
	 * @param engine what it does
	 * @return the traits
	 */
	public WindowTraits withEngine(EngineOptions engine) {
		return new WindowTraits(this.flags, this.transparent, this.parent, this.theme, this.backgroundColor,
				this.preventOverflow, this.dragDrop, this.zoomHotkeys, this.webview, engine);
	}

}
