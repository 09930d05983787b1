package dev.tauriboot.javafx;

import java.time.Duration;
import java.util.function.Consumer;

import dev.tauriboot.download.Downloads;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.window.SlowScriptEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What pages get that a browser has and the engine of JavaFX lacks.
 *
 * @param downloads saves files, or {@code null} to leave them to the engine, which drops
 * them
 * @param errorPages whether a page that cannot be loaded is replaced by the reason
 * @param fileInputs asks for the files of inputs, or {@code null} for the engine's own
 * dialogs
 * @param clipboard what pages can do with the clipboard
 * @param slowScripts which scripts are reported
 * @param console whether what pages print is written to the log
 * @param windowOpen whether pages can open windows, as far as they may
 * @param zoomKeys whether keys and the wheel zoom pages whose window wants it
 * @since 0.1.0
 */
public record FxRepairKit(@Nullable Downloads downloads, boolean errorPages, @Nullable FileDialogs fileInputs,
		ClipboardAccess clipboard, @Nullable SlowScripts slowScripts, boolean console, boolean windowOpen,
		boolean zoomKeys) {

	/**
	 * The engine as it is, but that pages open no windows.
	 */
	public static final FxRepairKit NONE = new FxRepairKit(null, false, null, ClipboardAccess.NONE, null, false, false,
			false);

	public FxRepairKit {
		Assert.notNull(clipboard, "'clipboard' must not be null");
	}

	/**
	 * The same with downloads.
	 * @param downloads saves files, or {@code null} for nothing
	 * @return the kit
	 */
	public FxRepairKit withDownloads(@Nullable Downloads downloads) {
		return new FxRepairKit(downloads, this.errorPages, this.fileInputs, this.clipboard, this.slowScripts,
				this.console, this.windowOpen, this.zoomKeys);
	}

	/**
	 * The same with error pages.
	 * @param errorPages whether a page that cannot be loaded is replaced by the reason
	 * @return the kit
	 */
	public FxRepairKit withErrorPages(boolean errorPages) {
		return new FxRepairKit(this.downloads, errorPages, this.fileInputs, this.clipboard, this.slowScripts,
				this.console, this.windowOpen, this.zoomKeys);
	}

	/**
	 * The same with dialogs for inputs.
	 * @param fileInputs asks for the files of inputs, or {@code null} for the engine's
	 * own dialogs
	 * @return the kit
	 */
	public FxRepairKit withFileInputs(@Nullable FileDialogs fileInputs) {
		return new FxRepairKit(this.downloads, this.errorPages, fileInputs, this.clipboard, this.slowScripts,
				this.console, this.windowOpen, this.zoomKeys);
	}

	/**
	 * The same with a clipboard.
	 * @param clipboard what pages can do with it
	 * @return the kit
	 */
	public FxRepairKit withClipboard(ClipboardAccess clipboard) {
		return new FxRepairKit(this.downloads, this.errorPages, this.fileInputs, clipboard, this.slowScripts,
				this.console, this.windowOpen, this.zoomKeys);
	}

	/**
	 * The same with reports of slow scripts.
	 * @param limit how long a script may keep the windows standing still, or {@code null}
	 * for any time
	 * @param listener told of those that take longer, besides the log
	 * @return the kit
	 */
	public FxRepairKit withSlowScripts(@Nullable Duration limit, Consumer<SlowScriptEvent> listener) {
		Assert.notNull(listener, "'listener' must not be null");
		return new FxRepairKit(this.downloads, this.errorPages, this.fileInputs, this.clipboard,
				(limit != null) ? new SlowScripts(limit, listener) : null, this.console, this.windowOpen,
				this.zoomKeys);
	}

	/**
	 * The same with the console.
	 * @param console whether what pages print is written to the log
	 * @return the kit
	 */
	public FxRepairKit withConsole(boolean console) {
		return new FxRepairKit(this.downloads, this.errorPages, this.fileInputs, this.clipboard, this.slowScripts,
				console, this.windowOpen, this.zoomKeys);
	}

	/**
	 * The same with windows that pages open.
	 * @param windowOpen whether pages can open windows, as far as they may
	 * @return the kit
	 */
	public FxRepairKit withWindowOpen(boolean windowOpen) {
		return new FxRepairKit(this.downloads, this.errorPages, this.fileInputs, this.clipboard, this.slowScripts,
				this.console, windowOpen, this.zoomKeys);
	}

	/**
	 * The same with zoom by keys.
	 * @param zoomKeys whether keys and the wheel zoom pages whose window wants it
	 * @return the kit
	 */
	public FxRepairKit withZoomKeys(boolean zoomKeys) {
		return new FxRepairKit(this.downloads, this.errorPages, this.fileInputs, this.clipboard, this.slowScripts,
				this.console, this.windowOpen, zoomKeys);
	}

	/**
	 * What pages can do with the clipboard, besides what the user does by keys.
	 */
	public enum ClipboardAccess {

		/** What the engine lets them do. */
		NONE,

		/** Write after a click or a key, as in a browser. */
		WRITE,

		/** The application's own pages also read text, at any time. */
		READ

	}

	/**
	 * Which scripts are reported.
	 *
	 * @param limit how long a script may keep the windows standing still
	 * @param listener told of those that take longer
	 */
	public record SlowScripts(Duration limit, Consumer<SlowScriptEvent> listener) {

		public SlowScripts {
			Assert.isTrue(limit.toMillis() > 0, "'limit' must be positive");
		}

	}

}
