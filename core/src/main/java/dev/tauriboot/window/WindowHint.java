package dev.tauriboot.window;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Something that a desktop may show of a window, beside the window itself: a badge, a
 * progress bar, an effect. Few desktops have all of them, see
 * {@link Window#show(WindowHint)}.
 *
 * @since 0.1.0
 */
public sealed interface WindowHint {

	/**
	 * The command by which pages give the hint.
	 * @return the command's name without its plugin
	 */
	String command();

	/**
	 * Whether the hint asks for nothing, or for what is so anyway.
	 * @return {@code true} if a desktop without such a thing can do it
	 */
	boolean isNeutral();

	/**
	 * A number on the application's icon.
	 *
	 * @param count the number, {@code null} or 0 for none
	 */
	record BadgeCount(@Nullable Long count) implements WindowHint {

		@Override
		public String command() {
			return "set_badge_count";
		}

		@Override
		public boolean isNeutral() {
			return this.count == null || this.count == 0;
		}

	}

	/**
	 * A text on the application's icon.
	 *
	 * @param label the text, {@code null} for none
	 */
	record BadgeLabel(@Nullable String label) implements WindowHint {

		@Override
		public String command() {
			return "set_badge_label";
		}

		@Override
		public boolean isNeutral() {
			return this.label == null || this.label.isEmpty();
		}

	}

	/**
	 * A small picture on the task bar's icon.
	 *
	 * @param icon the picture, {@code null} for none
	 */
	record OverlayIcon(@Nullable WindowIcon icon) implements WindowHint {

		@Override
		public String command() {
			return "set_overlay_icon";
		}

		@Override
		public boolean isNeutral() {
			return this.icon == null;
		}

	}

	/**
	 * A progress bar on the application's icon.
	 *
	 * @param status {@code none}, {@code normal}, {@code indeterminate}, {@code paused}
	 * or {@code error}; {@code null} leaves it as it is
	 * @param progress how far, 0 to 100; {@code null} leaves it as it is
	 */
	record Progress(@Nullable String status, @Nullable Long progress) implements WindowHint {

		@Override
		public String command() {
			return "set_progress_bar";
		}

		@Override
		public boolean isNeutral() {
			return "none".equals(this.status) || (this.status == null && this.progress == null);
		}

	}

	/**
	 * A call for the user's attention.
	 *
	 * @param critical whether it goes on until the user looks; {@code null} ends it
	 */
	record Attention(@Nullable Boolean critical) implements WindowHint {

		@Override
		public String command() {
			return "request_user_attention";
		}

		@Override
		public boolean isNeutral() {
			return this.critical == null;
		}

	}

	/**
	 * Effects behind transparent parts, such as blur.
	 *
	 * @param effects their names, none for none
	 */
	record Effects(List<String> effects) implements WindowHint {

		public Effects {
			Assert.notNull(effects, "'effects' must not be null");
			effects = List.copyOf(effects);
		}

		@Override
		public String command() {
			return "set_effects";
		}

		@Override
		public boolean isNeutral() {
			return this.effects.isEmpty();
		}

	}

	/**
	 * How the title bar looks.
	 *
	 * @param style {@code visible}, {@code transparent} or {@code overlay}
	 */
	record TitleBarStyle(String style) implements WindowHint {

		public TitleBarStyle {
			Assert.notNull(style, "'style' must not be null");
		}

		@Override
		public String command() {
			return "set_title_bar_style";
		}

		@Override
		public boolean isNeutral() {
			return this.style.equals("visible");
		}

	}

}
