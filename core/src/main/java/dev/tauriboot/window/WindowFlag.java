package dev.tauriboot.window;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a window is or is not, besides what {@link Window} has methods of its own for. Not
 * every runtime can change every one, see {@link Window#set(WindowFlag, boolean)}.
 *
 * @since 0.1.0
 */
public enum WindowFlag {

	/** Whether it takes input. */
	ENABLED("set_enabled", true),

	/** Whether the user can maximize it. */
	MAXIMIZABLE("set_maximizable", true),

	/** Whether the user can minimize it. */
	MINIMIZABLE("set_minimizable", true),

	/** Whether the user can close it. */
	CLOSABLE("set_closable", true),

	/** Whether it has a title bar and borders. */
	DECORATIONS("set_decorations", true),

	/** Whether it casts a shadow. */
	SHADOW("set_shadow", true),

	/** Whether it can have the focus. */
	FOCUSABLE("set_focusable", true),

	/** Whether the pointer is seen over it. */
	CURSOR_VISIBLE("set_cursor_visible", true),

	/** Whether the pointer is kept within it. */
	CURSOR_GRAB("set_cursor_grab", false),

	/** Whether it lets the pointer through to what is below. */
	IGNORE_CURSOR_EVENTS("set_ignore_cursor_events", false),

	/** Whether it stays below others. */
	ALWAYS_ON_BOTTOM("set_always_on_bottom", false),

	/** Whether it is on all virtual desktops. */
	VISIBLE_ON_ALL_WORKSPACES("set_visible_on_all_workspaces", false),

	/** Whether other programs are kept from capturing it. */
	CONTENT_PROTECTED("set_content_protected", false),

	/** Whether the task bar has no entry for it. */
	SKIP_TASKBAR("set_skip_taskbar", false);

	private static final Set<WindowFlag> INITIAL = Collections.unmodifiableSet(initial());

	private final String command;

	private final boolean initially;

	WindowFlag(String command, boolean initially) {
		this.command = command;
		this.initially = initially;
	}

	private static EnumSet<WindowFlag> initial() {
		EnumSet<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);
		for (WindowFlag flag : values()) {
			if (flag.initially) {
				flags.add(flag);
			}
		}
		return flags;
	}

	/**
	 * The command by which pages change it.
	 * @return the command's name without its plugin
	 */
	public String command() {
		return this.command;
	}

	/**
	 * What a window is that nobody has asked to be otherwise.
	 * @return {@code true} if it is that
	 */
	public boolean isInitially() {
		return this.initially;
	}

	/**
	 * What a window is that nobody has asked to be otherwise.
	 * @return the flags that are set
	 */
	public static Set<WindowFlag> initially() {
		return INITIAL;
	}

}
