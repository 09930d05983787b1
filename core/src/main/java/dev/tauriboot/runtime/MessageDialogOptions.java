package dev.tauriboot.runtime;

import java.util.List;

import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a dialog says and how it can be answered.
 *
 * @param owner the window that the dialog belongs to, or {@code null} for none
 * @param title the dialog's title, or {@code null} for the owner's
 * @param message the text
 * @param kind how it looks
 * @param buttons the buttons, at least one
 * @since 0.1.0
 */
public record MessageDialogOptions(@Nullable Window owner, @Nullable String title, String message, Kind kind,
		List<Button> buttons) {

	public MessageDialogOptions {
		Assert.notNull(message, "'message' must not be null");
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notEmpty(buttons, "'buttons' must not be empty");
		buttons = List.copyOf(buttons);
	}

	/**
	 * A text without an owner.
	 * @param message the text
	 * @param buttons the buttons, none for one that says OK
	 * @return the options
	 */
	public static MessageDialogOptions of(String message, Button... buttons) {
		return new MessageDialogOptions(null, null, message, Kind.INFO,
				(buttons.length > 0) ? List.of(buttons) : List.of(Button.OK));
	}

	/**
	 * The same with an owner.
	 * @param owner the window that the dialog belongs to, or {@code null} for none
	 * @return the options
	 */
	public MessageDialogOptions withOwner(@Nullable Window owner) {
		return new MessageDialogOptions(owner, this.title, this.message, this.kind, this.buttons);
	}

	/**
	 * The same with a title.
	 * @param title the dialog's title, or {@code null} for the owner's
	 * @return the options
	 */
	public MessageDialogOptions withTitle(@Nullable String title) {
		return new MessageDialogOptions(this.owner, title, this.message, this.kind, this.buttons);
	}

	/**
	 * The same of another kind.
	 * @param kind how it looks
	 * @return the options
	 */
	public MessageDialogOptions withKind(Kind kind) {
		return new MessageDialogOptions(this.owner, this.title, this.message, kind, this.buttons);
	}

	/**
	 * How a dialog looks.
	 */
	public enum Kind {

		/** Says something. */
		INFO,

		/** Warns. */
		WARNING,

		/** Tells of an error. */
		ERROR

	}

	/**
	 * What a button is for.
	 */
	public enum Role {

		/** Agrees, or has read it. */
		OK,

		/** Changes nothing; the escape key presses it. */
		CANCEL,

		/** Agrees. */
		YES,

		/** Does not agree. */
		NO

	}

	/**
	 * A button.
	 *
	 * @param role what it is for
	 * @param label what the user reads, or {@code null} for what the platform has for the
	 * role, in the user's language
	 */
	public record Button(Role role, @Nullable String label) {

		/** Agrees. */
		public static final Button OK = new Button(Role.OK, null);

		/** Changes nothing. */
		public static final Button CANCEL = new Button(Role.CANCEL, null);

		/** Agrees. */
		public static final Button YES = new Button(Role.YES, null);

		/** Does not agree. */
		public static final Button NO = new Button(Role.NO, null);

		public Button {
			Assert.notNull(role, "'role' must not be null");
		}

	}

}
