package dev.tauriboot.runtime.memory;

import java.util.List;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Screens;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Monitors that are made up: one of 1920 by 1080 pixels, 40 of which a task bar has at
 * its lower edge, until others are given.
 *
 * @since 0.1.0
 */
public final class MemoryScreens implements Screens {

	private volatile List<Monitor> monitors = List.of(new Monitor("memory", 1, new PhysicalPosition(0, 0),
			new PhysicalSize(1920, 1080), new Monitor.Area(new PhysicalPosition(0, 0), new PhysicalSize(1920, 1040))));

	private volatile PointerPosition pointer = new PointerPosition(0, 0);

	/**
	 * Create the monitors.
	 */
	public MemoryScreens() {
	}

	/**
	 * Take other monitors.
	 * @param monitors the monitors, the primary one first; may be none
	 */
	public void setMonitors(List<Monitor> monitors) {
		Assert.notNull(monitors, "'monitors' must not be null");
		this.monitors = List.copyOf(monitors);
	}

	/**
	 * Move the pointer.
	 * @param pointer where to
	 */
	public void setPointer(PointerPosition pointer) {
		Assert.notNull(pointer, "'pointer' must not be null");
		this.pointer = pointer;
	}

	@Override
	public List<Monitor> monitors() {
		return this.monitors;
	}

	@Override
	public @Nullable Monitor primary() {
		List<Monitor> monitors = this.monitors;
		return monitors.isEmpty() ? null : monitors.get(0);
	}

	@Override
	public PointerPosition pointer() {
		return this.pointer;
	}

}
