package dev.tauriboot.plugin.window;

import java.util.List;
import java.util.Locale;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowHint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code window} about how a window and its place on the desktop
 * look: section 10.9 of the wire contract. What the runtime cannot do is rejected, unless
 * nothing is asked for.
 *
 * @since 0.1.0
 */
public class WindowLookCommands {

	private final WindowLookup windows;

	/**
	 * Create the commands.
	 * @param windows finds the windows
	 */
	public WindowLookCommands(WindowLookup windows) {
		Assert.notNull(windows, "'windows' must not be null");
		this.windows = windows;
	}

	@TauriCommand("plugin:window|set_theme")
	void setTheme(@Nullable String label, @Nullable Theme value, Window caller) {
		this.windows.find(label, caller).setTheme(value);
	}

	// Clients before 2.12 send the colour as `color`.
	@TauriCommand("plugin:window|set_background_color")
	void setBackgroundColor(@Nullable String label, @Nullable Color value, @Nullable Color color, Window caller) {
		this.windows.find(label, caller).setBackgroundColor((value != null) ? value : color);
	}

	@TauriCommand("plugin:window|set_cursor_icon")
	void setCursorIcon(@Nullable String label, String value, Window caller) {
		this.windows.find(label, caller).setCursorIcon(CursorIcon.of(value));
	}

	@TauriCommand("plugin:window|set_cursor_position")
	void setCursorPosition(@Nullable String label, PositionArgument value, Window caller) {
		Window window = this.windows.find(label, caller);
		double scale = value.scale(window);
		window.setCursorPosition(value.x() / scale, value.y() / scale);
	}

	@TauriCommand("plugin:window|request_user_attention")
	void requestUserAttention(@Nullable String label, @Nullable AttentionArgument value, Window caller) {
		Boolean critical = (value != null) ? value.type() == AttentionArgument.Type.CRITICAL : null;
		this.windows.find(label, caller).show(new WindowHint.Attention(critical));
	}

	@TauriCommand("plugin:window|set_effects")
	void setEffects(@Nullable String label, @Nullable EffectsArgument value, Window caller) {
		List<String> effects = (value != null) ? value.effects() : List.of();
		this.windows.find(label, caller).show(new WindowHint.Effects(effects));
	}

	@TauriCommand("plugin:window|set_badge_count")
	void setBadgeCount(@Nullable String label, @Nullable Long value, Window caller) {
		this.windows.find(label, caller).show(new WindowHint.BadgeCount(value));
	}

	@TauriCommand("plugin:window|set_badge_label")
	void setBadgeLabel(@Nullable String label, @Nullable String value, Window caller) {
		this.windows.find(label, caller).show(new WindowHint.BadgeLabel(value));
	}

	@TauriCommand("plugin:window|set_progress_bar")
	void setProgressBar(@Nullable String label, ProgressArgument value, Window caller) {
		ProgressArgument.Status status = value.status();
		this.windows.find(label, caller)
			.show(new WindowHint.Progress((status != null) ? status.text() : null, value.progress()));
	}

	@TauriCommand("plugin:window|set_title_bar_style")
	void setTitleBarStyle(@Nullable String label, String value, Window caller) {
		String name = value.toLowerCase(Locale.ROOT);
		String style = (name.equals("transparent") || name.equals("overlay")) ? name : "visible";
		this.windows.find(label, caller).show(new WindowHint.TitleBarStyle(style));
	}

}
