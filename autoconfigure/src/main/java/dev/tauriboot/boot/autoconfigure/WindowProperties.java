package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.Label;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.EngineOptions;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A window, as in {@code tauri.app.windows}.
 *
 * @param label label of the window and its webview
 * @param create whether to open it at start
 * @param url path within the front end or absolute URL
 * @param title title of the window
 * @param width width of the content in logical pixels
 * @param height height of the content in logical pixels
 * @param minWidth least width of the content
 * @param minHeight least height of the content
 * @param maxWidth greatest width of the content
 * @param maxHeight greatest height of the content
 * @param x left edge of the window
 * @param y upper edge of the window
 * @param center whether to open in the middle of the screen
 * @param resizable whether the user can resize it
 * @param maximized whether to open maximized
 * @param fullscreen whether to open in full screen
 * @param visible whether to show it when opened
 * @param decorations whether it has a title bar and borders
 * @param alwaysOnTop whether it stays above other windows
 * @param focus whether it takes the focus when opened
 * @param transparent whether the desktop is seen where its page has no background
 * @param parent label of the window that it belongs to
 * @param theme theme of the window
 * @param backgroundColor colour seen where its page has no background
 * @param preventOverflow whether it opens no larger than the work area of its screen
 * @param dragDropEnabled whether files dropped onto it are told by events
 * @param zoomHotkeysEnabled whether keys zoom its page
 * @param userAgent name that servers and its page are told
 * @param javascriptDisabled whether the scripts of its page do not run
 * @param maximizable whether the user can maximize it
 * @param minimizable whether the user can minimize it
 * @param closable whether the user can close it
 * @param focusable whether it can have the focus
 * @param shadow whether it casts a shadow
 * @param alwaysOnBottom whether it stays below other windows
 * @param visibleOnAllWorkspaces whether it is on all virtual desktops
 * @param contentProtected whether other programs are kept from capturing it
 * @param skipTaskbar whether the task bar has no entry for it
 * @since 0.1.0
 */
public record WindowProperties(@DefaultValue("main") String label, @DefaultValue("true") boolean create,
		@DefaultValue("index.html") String url, @DefaultValue("Tauri App") String title,
		@DefaultValue("800") double width, @DefaultValue("600") double height, @Nullable Double minWidth,
		@Nullable Double minHeight, @Nullable Double maxWidth, @Nullable Double maxHeight, @Nullable Double x,
		@Nullable Double y, @DefaultValue("false") boolean center, @DefaultValue("true") boolean resizable,
		@DefaultValue("false") boolean maximized, @DefaultValue("false") boolean fullscreen,
		@DefaultValue("true") boolean visible, @DefaultValue("true") boolean decorations,
		@DefaultValue("false") boolean alwaysOnTop, @DefaultValue("true") boolean focus,
		@DefaultValue("false") boolean transparent, @Nullable String parent, @Nullable Theme theme,
		@Nullable String backgroundColor, @DefaultValue("false") boolean preventOverflow,
		@DefaultValue("true") boolean dragDropEnabled, @DefaultValue("false") boolean zoomHotkeysEnabled,
		@Nullable String userAgent, @DefaultValue("false") boolean javascriptDisabled,
		@DefaultValue("true") boolean maximizable, @DefaultValue("true") boolean minimizable,
		@DefaultValue("true") boolean closable, @DefaultValue("true") boolean focusable,
		@DefaultValue("true") boolean shadow, @DefaultValue("false") boolean alwaysOnBottom,
		@DefaultValue("false") boolean visibleOnAllWorkspaces, @DefaultValue("false") boolean contentProtected,
		@DefaultValue("false") boolean skipTaskbar) {

	WindowOptions toOptions() {
		return new WindowOptions(Label.of(this.label), this.url, this.title, this.width, this.height, this.minWidth,
				this.minHeight, this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable,
				this.maximized, this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus,
				traits());
	}

	private WindowTraits traits() {
		return WindowTraits.DEFAULT.with(WindowFlag.MAXIMIZABLE, this.maximizable)
			.with(WindowFlag.MINIMIZABLE, this.minimizable)
			.with(WindowFlag.CLOSABLE, this.closable)
			.with(WindowFlag.FOCUSABLE, this.focusable)
			.with(WindowFlag.SHADOW, this.shadow)
			.with(WindowFlag.ALWAYS_ON_BOTTOM, this.alwaysOnBottom)
			.with(WindowFlag.VISIBLE_ON_ALL_WORKSPACES, this.visibleOnAllWorkspaces)
			.with(WindowFlag.CONTENT_PROTECTED, this.contentProtected)
			.with(WindowFlag.SKIP_TASKBAR, this.skipTaskbar)
			.withTransparent(this.transparent)
			.withParent((this.parent != null) ? Label.of(this.parent) : null)
			.withTheme(this.theme)
			.withBackgroundColor((this.backgroundColor != null) ? Color.of(this.backgroundColor) : null)
			.withPreventOverflow(this.preventOverflow ? new PhysicalSize(0, 0) : null)
			.withDragDrop(this.dragDropEnabled)
			.withZoomHotkeys(this.zoomHotkeysEnabled)
			.withEngine(new EngineOptions(this.userAgent, !this.javascriptDisabled));
	}

}
