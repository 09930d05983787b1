package dev.tauriboot.menu;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An item that does what applications commonly do.
 *
 * @since 0.1.0
 */
public final class PredefinedMenuItem extends MenuNode {

	private final Type type;

	private final @Nullable AboutMetadata about;

	/**
	 * Create an item.
	 * @param type what it does
	 */
	public PredefinedMenuItem(Type type) {
		this(type, null, null, null);
	}

	/**
	 * Create an item.
	 * @param type what it does
	 * @param id its id, or {@code null} for one that is made up
	 * @param text its text, or {@code null} for the usual one
	 * @param about what {@link Type#ABOUT} tells, or {@code null} for what is known of
	 * the application
	 */
	public PredefinedMenuItem(Type type, @Nullable String id, @Nullable String text, @Nullable AboutMetadata about) {
		super(id, (text != null) ? text : defaultText(type, System.getProperty("os.name", "")));
		this.type = type;
		this.about = about;
	}

	private static String defaultText(Type type, String system) {
		Assert.notNull(type, "'type' must not be null");
		boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
		return (type == Type.QUIT && windows) ? "&Exit" : type.text;
	}

	/**
	 * What it does.
	 * @return the type
	 */
	public Type type() {
		return this.type;
	}

	/**
	 * What {@link Type#ABOUT} tells.
	 * @return the text's parts, or {@code null} for what is known of the application
	 */
	public @Nullable AboutMetadata about() {
		return this.about;
	}

	/**
	 * What predefined items do.
	 */
	public enum Type {

		/** Draws a line between items. */
		SEPARATOR("Separator", "", null),

		/** Copies what is selected in the page. */
		COPY("Copy", "&Copy", "CmdOrCtrl+C"),

		/** Cuts what is selected in the page. */
		CUT("Cut", "Cu&t", "CmdOrCtrl+X"),

		/** Pastes into the page. */
		PASTE("Paste", "&Paste", "CmdOrCtrl+V"),

		/** Selects everything in the page, or in its field. */
		SELECT_ALL("SelectAll", "Select &All", "CmdOrCtrl+A"),

		/** Undoes what the user last typed. */
		UNDO("Undo", "Undo", "CmdOrCtrl+Z"),

		/** Does again what was undone. */
		REDO("Redo", "Redo", "CmdOrCtrl+Shift+Z"),

		/** Turns the window into an icon. */
		MINIMIZE("Minimize", "&Minimize", null),

		/** Maximizes the window, or gives it back its size. */
		MAXIMIZE("Maximize", "Ma&ximize", null),

		/** Lets the window cover the screen, or no longer. */
		FULLSCREEN("Fullscreen", "Toggle Full Screen", null),

		/** Hides the window, on macOS all of the application. */
		HIDE("Hide", "&Hide", null),

		/** Hides other applications, which only macOS does. */
		HIDE_OTHERS("HideOthers", "Hide Others", null),

		/** Shows the hidden windows of the application. */
		SHOW_ALL("ShowAll", "Show All", null),

		/** Asks the window to close. */
		CLOSE_WINDOW("CloseWindow", "C&lose Window", null),

		/** Ends the application. */
		QUIT("Quit", "&Quit", null),

		/** Tells about the application. */
		ABOUT("About", "&About", null),

		/** What other applications offer, which only macOS has. */
		SERVICES("Services", "Services", null),

		/** Brings the application's windows to the front. */
		BRING_ALL_TO_FRONT("BringAllToFront", "Bring All to Front", null);

		private final String wireName;

		private final String text;

		private final @Nullable String keys;

		Type(String wireName, String text, @Nullable String keys) {
			this.wireName = wireName;
			this.text = text;
			this.keys = keys;
		}

		/**
		 * The name that pages use.
		 * @return the name
		 */
		public String wireName() {
			return this.wireName;
		}

		/**
		 * The keys that do the same in every page, to be shown beside the text.
		 * @return the keys, or {@code null} if there are none
		 */
		public @Nullable Accelerator accelerator() {
			return (this.keys != null) ? Accelerator.parse(this.keys) : null;
		}

		/**
		 * Find a type.
		 * @param wireName the name that pages use
		 * @return the type, or {@code null} if none has that name
		 */
		public static @Nullable Type of(String wireName) {
			for (Type type : values()) {
				if (type.wireName.equals(wireName)) {
					return type;
				}
			}
			return null;
		}

	}

}
