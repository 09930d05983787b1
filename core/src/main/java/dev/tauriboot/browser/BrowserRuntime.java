package dev.tauriboot.browser;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Webviews that are tabs of the user's browser. A webview holds its state here; it is
 * shown when its one-time link is opened, and stays when its tab is closed. A window is
 * no more than what its webviews have in common. What the browser alone decides, such as
 * size and position, is kept and has no effect.
 *
 * @since 0.1.0
 */
public final class BrowserRuntime implements DesktopRuntime {

	/** Path prefix of one-time links; the token follows. */
	public static final String OPEN_PATH = "/__tauri__/open/";

	private final MemoryRuntime windows;

	private final BrowserSessions sessions;

	private final Supplier<Origin> origin;

	private final BiConsumer<Label, String> links;

	/**
	 * Create the runtime.
	 * @param sessions makes the tokens of the links
	 * @param origin the origin of the server, asked for when a window is opened
	 * @param links told the one-time link of each new webview, a secret
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public BrowserRuntime(BrowserSessions sessions, Supplier<Origin> origin, BiConsumer<Label, String> links,
			Runnable lastWindowClosed) {
		Assert.notNull(sessions, "'sessions' must not be null");
		Assert.notNull(origin, "'origin' must not be null");
		Assert.notNull(links, "'links' must not be null");
		this.sessions = sessions;
		this.origin = origin;
		this.links = links;
		this.windows = new MemoryRuntime(this::isOwn, lastWindowClosed);
		this.windows.addListener(new WindowListener() {

			@Override
			public void webviewCreated(Label webview) {
				link(webview);
			}

		});
	}

	// A webview of that label may have closed before: what belonged to it must not open
	// this one.
	private void link(Label webview) {
		this.sessions.forget(webview);
		this.links.accept(webview, newLink(webview));
	}

	// Both names of the one server, as the guard lets them in.
	private boolean isOwn(Origin candidate) {
		Origin own = this.origin.get();
		return candidate.scheme().equals(own.scheme()) && candidate.port() == own.port()
				&& (candidate.host().equals(own.host()) || candidate.host().equals("localhost"));
	}

	/**
	 * Bound what waits for each tab that connects from now on.
	 * @param limits the bounds
	 */
	public void setLimits(Outbound.Limits limits) {
		this.windows.setLimits(limits);
	}

	Outbound.Limits limits() {
		return this.windows.limits();
	}

	@Override
	public void start() {
		this.windows.start();
	}

	@Override
	public Window create(WindowOptions options) {
		return this.windows.create(options);
	}

	/**
	 * Make a link that shows a webview once. A tab that shows it already loses it then.
	 * @param webview the webview's label
	 * @return the link, a secret
	 */
	public String newLink(Label webview) {
		return this.origin.get() + OPEN_PATH + this.sessions.issueToken(webview);
	}

	@Nullable MemoryWebview webview(Label label) {
		return (MemoryWebview) findWebview(label);
	}

	@Override
	public List<Window> windows() {
		return this.windows.windows();
	}

	@Override
	public @Nullable Window find(Label label) {
		return this.windows.find(label);
	}

	@Override
	public void addListener(WindowListener listener) {
		this.windows.addListener(listener);
	}

	@Override
	public Screens screens() {
		return this.windows.screens();
	}

	@Override
	public MainThread mainThread() {
		return this.windows.mainThread();
	}

	@Override
	public void stop() {
		this.windows.stop();
	}

}
