package dev.tauriboot.plugin.windowstate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.tauriboot.Label;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Keeps where windows are and how large, and opens them so again: section 3.17 of the
 * plugins' contract. A bean, safe for any thread.
 *
 * @since 0.1.0
 */
public final class WindowStates implements WindowListener {

	/** Every flag. */
	public static final Set<StateFlag> ALL = Collections.unmodifiableSet(EnumSet.allOf(StateFlag.class));

	private static final Log logger = LogFactory.getLog(WindowStates.class);

	private static final long PATIENCE_MILLIS = 1000;

	private final DesktopRuntime runtime;

	private final Settings settings;

	private final Map<String, WindowState> states = new LinkedHashMap<>();

	private final Object writing = new Object();

	private @Nullable StateFile file;

	/**
	 * Create the states.
	 * @param runtime has the windows
	 * @param settings what is kept, and where
	 */
	public WindowStates(DesktopRuntime runtime, Settings settings) {
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.runtime = runtime;
		this.settings = settings;
	}

	/**
	 * The name of the file.
	 * @return the name without its folder
	 */
	public String filename() {
		return this.settings.filename();
	}

	/**
	 * Keep all windows that are open, and write the file.
	 * @throws InvokeException if the file cannot be written; it is as it was then
	 */
	public void save() {
		save(this.settings.flags());
	}

	/**
	 * Keep all windows that are open, and write the file.
	 * @param flags what to keep of them; the rest is as it was
	 * @throws InvokeException if the file cannot be written; it is as it was then
	 */
	public void save(Set<StateFlag> flags) {
		Assert.notNull(flags, "'flags' must not be null");
		for (Window window : this.runtime.windows()) {
			keep(window, flags);
		}
		write();
	}

	private void write() {
		synchronized (this.writing) {
			StateFile file = file();
			Map<String, WindowState> copy;
			synchronized (this.states) {
				copy = new LinkedHashMap<>(this.states);
			}
			try {
				file.write(copy);
			}
			catch (IOException ex) {
				throw new InvokeException(IoErrors.text(ex), ex);
			}
		}
	}

	private StateFile file() {
		synchronized (this.states) {
			StateFile known = this.file;
			if (known == null) {
				Path directory = this.settings.directory().get();
				if (directory == null) {
					throw new InvokeException("unknown path");
				}
				known = new StateFile(directory.resolve(this.settings.filename()));
				this.file = known;
				this.states.putAll(known.read());
			}
			return known;
		}
	}

	private @Nullable WindowState state(Label label) {
		file();
		synchronized (this.states) {
			return this.states.get(name(label));
		}
	}

	private String name(Label label) {
		return this.settings.labels().apply(label.value());
	}

	private boolean isDenied(Label label) {
		return this.settings.denied().contains(label.value());
	}

	private void keep(Window window, Set<StateFlag> flags) {
		if (isDenied(window.label())) {
			return;
		}
		// Asked outside the lock, as the answers come from the window's own thread.
		WindowState before = state(window.label());
		WindowState after = (before != null) ? before.updated(window, flags) : WindowState.of(window);
		synchronized (this.states) {
			this.states.put(name(window.label()), after);
		}
	}

	/**
	 * Bring a window to where it was.
	 * @param label its label
	 * @throws InvokeException if there is no such window
	 */
	public void restore(Label label) {
		restore(label, this.settings.flags());
	}

	/**
	 * Bring a window to where it was.
	 * @param label its label
	 * @param flags what to bring back
	 * @throws InvokeException if there is no such window
	 */
	public void restore(Label label, Set<StateFlag> flags) {
		Assert.notNull(flags, "'flags' must not be null");
		Window window = this.runtime.find(label);
		if (window == null) {
			throw notFound(label.value());
		}
		WindowState state = state(label);
		if (state != null && !isDenied(label)) {
			new Restoration(state, flags, this.runtime.screens()).apply(window);
		}
	}

	static InvokeException notFound(String label) {
		return new InvokeException("Couldn't find window with label: " + label);
	}

	@Override
	public WindowOptions opening(WindowOptions options) {
		Label label = options.label();
		if (!this.settings.automatic().getAsBoolean() || isDenied(label)
				|| this.settings.notRestored().contains(label.value())) {
			return options;
		}
		WindowState state = state(label);
		return (state != null) ? new Restoration(state, this.settings.flags(), this.runtime.screens()).apply(options)
				: options;
	}

	@Override
	public void resized(Label window, int width, int height) {
		track(window);
	}

	@Override
	public void moved(Label window, int x, int y) {
		track(window);
	}

	private void track(Label label) {
		if (this.settings.automatic().getAsBoolean()) {
			Window window = this.runtime.find(label);
			if (window != null) {
				keep(window, this.settings.flags());
			}
		}
	}

	@Override
	public boolean closeRequested(Label label) {
		if (this.settings.automatic().getAsBoolean()) {
			track(label);
			// The thread of the windows must not wait for a disk.
			Thread thread = new Thread(this::writeOrLog, "tauri-window-state");
			thread.start();
		}
		return false;
	}

	/**
	 * Keep what there is to keep at the end of the application, while its windows are
	 * still there. Where they no longer answer, what they were last seen to be is kept.
	 */
	public void finish() {
		if (!this.settings.automatic().getAsBoolean()) {
			return;
		}
		CompletableFuture<Void> kept = new CompletableFuture<>();
		// The thread of the windows may itself be waiting for the end of the JVM.
		this.runtime.mainThread().execute(() -> {
			try {
				this.runtime.windows().forEach((window) -> keep(window, this.settings.flags()));
			}
			finally {
				kept.complete(null);
			}
		});
		kept.completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
		writeOrLog();
	}

	private void writeOrLog() {
		try {
			write();
		}
		catch (RuntimeException ex) {
			logger.warn(LogMessage.format("The states of windows were not saved: %s", ex.getMessage()));
		}
	}

	/**
	 * What is kept, and where.
	 *
	 * @param directory where the file is; may have none
	 * @param filename the name of the file
	 * @param flags what is kept of windows
	 * @param automatic whether windows are kept and brought back without being asked
	 * @param denied labels of windows that are neither kept nor brought back
	 * @param notRestored labels of windows that are kept, but not brought back when they
	 * open
	 * @param labels gives the name in the file for a label
	 */
	public record Settings(Supplier<@Nullable Path> directory, String filename, Set<StateFlag> flags,
			BooleanSupplier automatic, Set<String> denied, Set<String> notRestored, UnaryOperator<String> labels) {

		public Settings {
			Assert.notNull(directory, "'directory' must not be null");
			Assert.hasText(filename, "'filename' must not be empty");
			Assert.isTrue(filename.equals(String.valueOf(Path.of(filename).getFileName())) && !filename.equals(".."),
					"'filename' must be a name without folders");
			flags = Set.copyOf(flags);
			Assert.notNull(automatic, "'automatic' must not be null");
			denied = Set.copyOf(denied);
			notRestored = Set.copyOf(notRestored);
			Assert.notNull(labels, "'labels' must not be null");
		}

	}

}
