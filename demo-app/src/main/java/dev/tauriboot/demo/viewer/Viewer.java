package dev.tauriboot.demo.viewer;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The second window: it shows what the editor holds, saved or not, as it is typed.
 */
@Component
class Viewer {

	private static final String LABEL = "viewer";

	private final DesktopRuntime runtime;

	private final WindowOptions window;

	private final AppHandle app;

	private volatile @Nullable Shown shown;

	Viewer(DesktopRuntime runtime, TauriProperties properties, AppHandle app) {
		this.runtime = runtime;
		this.window = properties.app().windowOptions(LABEL);
		this.app = app;
	}

	@TauriCommand
	void openViewer() {
		if (this.runtime.find(this.window.label()) == null) {
			this.runtime.create(this.window);
		}
	}

	@TauriCommand
	void showInViewer(Shown note) {
		this.shown = note;
		this.app.emitTo(EventTarget.webviewWindow(LABEL), "viewer://show", note);
	}

	@TauriCommand
	@Nullable Shown shownInViewer() {
		return this.shown;
	}

	/**
	 * What the viewer shows.
	 *
	 * @param title title of the note
	 * @param content the Markdown text
	 */
	record Shown(String title, String content) {
	}

}
