package dev.tauriboot.javafx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.Assert;

/**
 * Windows of JavaFX WebViews. Pages come from {@code http://tauri.localhost}, which is
 * answered inside this JVM: no port is opened.
 *
 * @since 0.1.0
 */
public final class FxRuntime implements DesktopRuntime {

	private static final int FIRST_EXTRA_PORT = 1420;

	private static final int LAST_EXTRA_PORT = 1920;

	private final Options options;

	private final FxMainThread mainThread = new FxMainThread();

	private final Map<Label, FxWindow> windows = new LinkedHashMap<>();

	private final Map<String, LocalServer> servers = new LinkedHashMap<>();

	private @Nullable FxEnvironment environment;

	/**
	 * Create the runtime. Nothing happens before {@link #start()}.
	 * @param options what it needs
	 */
	public FxRuntime(Options options) {
		Assert.notNull(options, "'options' must not be null");
		this.options = options;
	}

	/**
	 * Start the toolkit early, on a thread of its own: it takes longer than most of a
	 * context's start.
	 */
	public static void prepare() {
		LocalProtocol.install();
		FxToolkit.start().thenRun(() -> Platform.runLater(javafx.scene.web.WebView::new));
	}

	@Override
	public void start() {
		Assert.state(LocalProtocol.install(), "Another URLStreamHandlerFactory is installed in this JVM");
		FxToolkit.start().join();
		String port = claim();
		Origin origin = Origin.of("http://tauri.localhost" + port);
		Assert.state(origin != null, "no origin");
		this.environment = new FxEnvironment(this.options.door(), this.options.pages(), this.options.mapper(),
				new Outbound.Limits(Outbound.Limits.DEFAULT.maxChars(), Outbound.Limits.DEFAULT.maxWaitMillis(),
						this.mainThread::isCurrent),
				origin, port, this.options.userDataDirectory());
	}

	// Several contexts can live in one JVM. The first gets the plain hosts, others a
	// port, which is never opened.
	private String claim() {
		for (int port = FIRST_EXTRA_PORT - 1; port < LAST_EXTRA_PORT; port++) {
			String suffix = (port < FIRST_EXTRA_PORT) ? "" : ":" + port;
			LocalServer app = new LocalServer(this.options.app(), "");
			if (LocalProtocol.claim("tauri.localhost" + suffix, app)) {
				this.servers.put("tauri.localhost" + suffix, app);
				this.options.protocols().forEach((protocol, handler) -> {
					LocalServer server = new LocalServer(handler, "");
					LocalProtocol.claim(protocol + ".localhost" + suffix, server);
					this.servers.put(protocol + ".localhost" + suffix, server);
				});
				return suffix;
			}
		}
		throw new IllegalStateException("More than " + (LAST_EXTRA_PORT - FIRST_EXTRA_PORT) + " contexts are open");
	}

	@Override
	public Window create(WindowOptions options) {
		FxEnvironment environment = this.environment;
		Assert.state(environment != null, "The runtime is not started");
		return this.mainThread.call(() -> {
			Assert.state(!this.windows.containsKey(options.label()),
					() -> "a window with label `" + options.label() + "` already exists");
			FxWindow window = new FxWindow(environment, this.mainThread, options, () -> closed(options.label()));
			synchronized (this.windows) {
				this.windows.put(options.label(), window);
			}
			return window;
		});
	}

	private void closed(Label label) {
		boolean last;
		synchronized (this.windows) {
			last = this.windows.remove(label) != null && this.windows.isEmpty();
		}
		if (last) {
			this.options.lastWindowClosed().run();
		}
	}

	@Override
	public List<Window> windows() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Override
	public @Nullable Window find(Label label) {
		synchronized (this.windows) {
			return this.windows.get(label);
		}
	}

	@Override
	public MainThread mainThread() {
		return this.mainThread;
	}

	@Override
	public void stop() {
		windows().forEach(Window::destroy);
		this.servers.forEach(LocalProtocol::release);
		this.servers.clear();
		this.environment = null;
	}

	/**
	 * What the runtime needs.
	 *
	 * @param door the door of bridge calls, looked up late because commands may want
	 * windows
	 * @param pages where connected documents are registered
	 * @param mapper writes what a document is told
	 * @param app answers the application's own pages
	 * @param protocols answer {@code http://<name>.localhost}, {@code ipc} and
	 * {@code asset} among them
	 * @param userDataDirectory where the engine keeps its data, or {@code null} for
	 * nowhere
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public record Options(Supplier<BridgeDoor> door, Pages pages, JsonMapper mapper, HttpHandler app,
			Map<String, HttpHandler> protocols, @Nullable Path userDataDirectory, Runnable lastWindowClosed) {
	}

}
