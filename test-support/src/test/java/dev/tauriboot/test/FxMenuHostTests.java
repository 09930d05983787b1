package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.javafx.FxMenuHost;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;

/**
 * Menus of JavaFX pass the kit.
 */
class FxMenuHostTests extends MenuHostCompatibilityKit {

	@Override
	protected DesktopRuntime createRuntime() {
		return new FxRuntimeTests().createRuntime(() -> {
		});
	}

	@Override
	protected MenuHost createHost() {
		return new FxMenuHost();
	}

	@Override
	protected List<String> texts(Window window) {
		return FxUser.texts(window.title());
	}

	@Override
	protected boolean choose(Window window, String id) {
		return FxUser.choose(window.title(), id);
	}

	@Override
	protected boolean press(Window window, String accelerator) {
		return FxUser.press(window.title(), accelerator);
	}

}
