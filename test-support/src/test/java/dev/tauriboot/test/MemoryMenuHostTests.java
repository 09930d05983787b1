package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.runtime.memory.MemoryMenuHost;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.Window;

/**
 * Menus that nobody sees pass the kit.
 */
class MemoryMenuHostTests extends MenuHostCompatibilityKit {

	private MemoryMenuHost memory;

	@Override
	protected DesktopRuntime createRuntime() {
		return new MemoryRuntime(() -> {
		});
	}

	@Override
	protected MenuHost createHost() {
		this.memory = new MemoryMenuHost();
		return this.memory;
	}

	@Override
	protected List<String> texts(Window window) {
		Menu menu = this.memory.menu(window.label());
		return (menu != null) ? menu.items().stream().map(MenuNode::text).map((text) -> text.replace("&", "")).toList()
				: List.of();
	}

	@Override
	protected boolean choose(Window window, String id) {
		return this.memory.choose(window.label(), id);
	}

	@Override
	protected boolean press(Window window, String accelerator) {
		return this.memory.press(window.label(), accelerator);
	}

}
