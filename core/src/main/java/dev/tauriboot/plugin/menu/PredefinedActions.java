package dev.tauriboot.plugin.menu;

import java.util.List;

import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.Assert;

/**
 * What predefined items do. {@link Type#HIDE_OTHERS} and {@link Type#SERVICES} do nothing
 * and are shown as disabled.
 *
 * @since 0.1.0
 */
public final class PredefinedActions {

	private final ObjectProvider<DesktopRuntime> runtime;

	private final ExitHandler exitHandler;

	private final PackageInfo info;

	/**
	 * Create the actions.
	 * @param runtime the windows, looked up late
	 * @param exitHandler ends the application
	 * @param info what the application is called
	 */
	public PredefinedActions(ObjectProvider<DesktopRuntime> runtime, ExitHandler exitHandler, PackageInfo info) {
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(exitHandler, "'exitHandler' must not be null");
		Assert.notNull(info, "'info' must not be null");
		this.runtime = runtime;
		this.exitHandler = exitHandler;
		this.info = info;
	}

	void perform(PredefinedMenuItem item, @Nullable Window window, MenuHost host) {
		switch (item.type()) {
			case QUIT -> this.exitHandler.exit(0);
			case SHOW_ALL -> windows().forEach(Window::show);
			case BRING_ALL_TO_FRONT -> windows().stream().filter(Window::isVisible).forEach(Window::focus);
			default -> {
				if (window != null) {
					performIn(window, item, host);
				}
			}
		}
	}

	private void performIn(Window window, PredefinedMenuItem item, MenuHost host) {
		switch (item.type()) {
			case COPY, CUT, PASTE, SELECT_ALL, UNDO, REDO -> host.edit(window, item.type());
			case MINIMIZE -> window.minimize();
			case MAXIMIZE -> {
				if (window.isMaximized()) {
					window.unmaximize();
				}
				else {
					window.maximize();
				}
			}
			case FULLSCREEN -> window.setFullscreen(!window.isFullscreen());
			case HIDE -> window.hide();
			case CLOSE_WINDOW -> window.close();
			case ABOUT -> {
				AboutMetadata about = item.about();
				host.showAbout(window, ((about != null) ? about : AboutMetadata.NONE).withDefaults(this.info.name(),
						this.info.version()));
			}
			default -> {
			}
		}
	}

	private List<Window> windows() {
		return this.runtime.getObject().windows();
	}

}
