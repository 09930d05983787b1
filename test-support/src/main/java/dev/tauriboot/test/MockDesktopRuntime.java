package dev.tauriboot.test;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.runtime.memory.MemoryMenuHost;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryScreens;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowListeners;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A runtime whose windows nobody sees: they hold their state for a test to look at, and
 * its users are played by {@link MockUser}. It passes the compatibility kits. Tests with
 * the runtime {@code none} find it in their context.
 *
 * @since 0.1.0
 */
public final class MockDesktopRuntime implements DesktopRuntime {

	private final MemoryRuntime runtime;

	private final MemoryMenuHost menus = new MemoryMenuHost();

	// Told what only a user does.
	private final WindowListeners listeners = new WindowListeners();

	/**
	 * Create a runtime that does nothing when its last window has closed.
	 */
	public MockDesktopRuntime() {
		this(() -> {
		});
	}

	/**
	 * Create a runtime.
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public MockDesktopRuntime(Runnable lastWindowClosed) {
		this.runtime = new MemoryRuntime(lastWindowClosed);
	}

	/**
	 * Look at a window, also at what a desktop alone could show of it: its icon, its
	 * colour, the shape of the pointer, and hints such as badges and progress.
	 * @param label the window's label
	 * @return the window
	 * @throws AssertionError if there is no such window
	 */
	public HeldWindow window(String label) {
		Window window = find(Label.of(label));
		if (window == null) {
			throw new AssertionError("There is no window '" + label + "' among "
					+ windows().stream().map((each) -> each.label().value()).toList());
		}
		return (HeldWindow) window;
	}

	/**
	 * Do with a window what a user does.
	 * @param label the window's label
	 * @return its user
	 * @throws AssertionError if there is no such window
	 */
	public MockUser user(String label) {
		return new MockUser(window(label), this.menus, this.listeners);
	}

	/**
	 * The menus of the windows.
	 * @return the menus
	 */
	public MemoryMenuHost menus() {
		return this.menus;
	}

	/**
	 * The monitors, which a test can replace.
	 */
	@Override
	public MemoryScreens screens() {
		return this.runtime.screens();
	}

	@Override
	public void start() {
		this.runtime.start();
	}

	@Override
	public Window create(WindowOptions options) {
		return this.runtime.create(options);
	}

	@Override
	public List<Window> windows() {
		return this.runtime.windows();
	}

	@Override
	public @Nullable Window find(Label label) {
		return this.runtime.find(label);
	}

	@Override
	public void addListener(WindowListener listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.runtime.addListener(listener);
		this.listeners.add(listener);
	}

	@Override
	public MainThread mainThread() {
		return this.runtime.mainThread();
	}

	@Override
	public void stop() {
		this.runtime.stop();
	}

}
