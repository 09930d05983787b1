package dev.tauriboot.runtime.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.Label;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A window that holds its state and shows nothing.
 */
final class MemoryWindow extends HeldWindow {

	private final MemoryRuntime runtime;

	private final @Nullable Label parent;

	private final List<MemoryWebview> webviews = new CopyOnWriteArrayList<>();

	private volatile @Nullable MemoryWebview focusOwner;

	MemoryWindow(MemoryRuntime runtime, WindowOptions options, WindowListener listener) {
		super(options, listener, runtime.screens());
		this.runtime = runtime;
		this.parent = options.traits().parent();
		if (options.traits().webview()) {
			attach(new MemoryWebview(this, WebviewOptions.of(options)));
		}
	}

	MemoryRuntime runtime() {
		return this.runtime;
	}

	@Nullable Label parent() {
		return this.parent;
	}

	@Override
	public List<Webview> webviews() {
		return List.copyOf(this.webviews);
	}

	@Override
	public Webview addWebview(WebviewOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return this.runtime.addWebview(this, options);
	}

	void attach(MemoryWebview webview) {
		this.webviews.add(webview);
		if (this.focusOwner == null) {
			this.focusOwner = webview;
		}
	}

	void detach(MemoryWebview webview) {
		this.webviews.remove(webview);
		if (this.focusOwner == webview) {
			this.focusOwner = this.webviews.isEmpty() ? null : this.webviews.get(0);
		}
	}

	void giveKeyboardTo(MemoryWebview webview) {
		if (this.webviews.contains(webview)) {
			this.focusOwner = webview;
		}
	}

	boolean hasKeyboard(MemoryWebview webview) {
		return this.focusOwner == webview && isFocused();
	}

	@Override
	public void focus() {
		if (isVisible()) {
			this.runtime.focusing(this);
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
		this.runtime.screens().setPointer(new PointerPosition(inner.x() + x, inner.y() + y));
	}

	@Override
	public void destroy() {
		this.webviews.forEach(MemoryWebview::disconnect);
		this.runtime.closed(this);
	}

}
