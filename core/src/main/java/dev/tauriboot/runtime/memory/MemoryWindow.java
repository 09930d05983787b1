package dev.tauriboot.runtime.memory;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

/**
 * A window that holds its state and shows nothing.
 */
final class MemoryWindow extends HeldWindow {

	private final @Nullable MemoryWebview webview;

	private final @Nullable Label parent;

	private final Consumer<MemoryWindow> closed;

	private final Predicate<Origin> local;

	private final MemoryScreens screens;

	private final Consumer<MemoryWindow> focusing;

	MemoryWindow(WindowOptions options, WindowListener listener, MemoryScreens screens, Predicate<Origin> local,
			Consumer<MemoryWindow> focusing, Consumer<MemoryWindow> closed) {
		super(options, listener, screens);
		this.screens = screens;
		this.local = local;
		this.focusing = focusing;
		this.closed = closed;
		this.parent = options.traits().parent();
		this.webview = options.traits().webview() ? new MemoryWebview(this, options.url()) : null;
	}

	@Nullable Label parent() {
		return this.parent;
	}

	@Override
	public List<Webview> webviews() {
		return (this.webview != null) ? List.of(this.webview) : List.of();
	}

	boolean isLocal(Origin origin) {
		return this.local.test(origin);
	}

	@Override
	public void focus() {
		if (isVisible()) {
			this.focusing.accept(this);
		}
		super.focus();
	}

	@Override
	protected void blur() {
		super.blur();
	}

	@Override
	public void setCursorPosition(double x, double y) {
		PhysicalPosition inner = innerPosition();
		this.screens.setPointer(new PointerPosition(inner.x() + x, inner.y() + y));
	}

	@Override
	public void destroy() {
		if (this.webview != null) {
			this.webview.disconnect();
		}
		this.closed.accept(this);
	}

}
