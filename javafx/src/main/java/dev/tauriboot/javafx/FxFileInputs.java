package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.UIClient;
import com.sun.webkit.WebPage;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogOptions.Filter;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.window.Webview;
import javafx.application.Platform;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application's dialogs what a file input asks for. The engine would open a
 * dialog of its own, which throws into the engine where there is none, and waits for the
 * answer; so does this, while the windows go on. Its client has no public setter and is
 * replaced by one that passes everything else on.
 */
final class FxFileInputs {

	private static final Log logger = LogFactory.getLog(FxFileInputs.class);

	private static final List<Filter> KINDS = List.of(
			new Filter("image/",
					List.of("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "avif", "tif", "tiff")),
			new Filter("audio/", List.of("mp3", "wav", "ogg", "oga", "m4a", "aac", "flac", "opus", "aif", "aiff")),
			new Filter("video/", List.of("mp4", "m4v", "webm", "ogv", "mov", "avi", "mkv", "mpeg", "mpg")),
			new Filter("text/", List.of("txt", "csv", "html", "htm", "css", "xml", "md", "log")));

	private final FileDialogs dialogs;

	private final Webview webview;

	private final FxDroppedFiles dropped;

	private FxFileInputs(FileDialogs dialogs, Webview webview, FxDroppedFiles dropped) {
		this.dialogs = dialogs;
		this.webview = webview;
		this.dropped = dropped;
	}

	/**
	 * Watch the inputs of a webview.
	 * @return who asks, to be kept as long as the view is: the engine, which keeps its
	 * client until the view is collected, does not keep it; or {@code null} if the
	 * engine's own dialogs are used
	 */
	static @Nullable FxFileInputs watch(FxWebview webview, FileDialogs dialogs) {
		WebPage page = Accessor.getPageFor(webview.view().getEngine());
		FxFileInputs inputs = new FxFileInputs(dialogs, webview, FxDroppedFiles.watch(webview.view()));
		WeakReference<FxFileInputs> asked = new WeakReference<>(inputs);
		try {
			Field field = WebPage.class.getDeclaredField("uiClient");
			field.setAccessible(true);
			Object client = field.get(page);
			field.set(page, Proxy.newProxyInstance(UIClient.class.getClassLoader(), new Class<?>[] { UIClient.class },
					(proxy, method, arguments) -> {
						if ("chooseFile".equals(method.getName())) {
							return choose(asked.get(), arguments);
						}
						try {
							return method.invoke(client, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					}));
			return inputs;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.warn("The engine's user interface client is out of reach: file inputs use the engine's own dialogs",
					ex);
			return null;
		}
	}

	/**
	 * The files by which an input is answered without asking.
	 */
	FxDroppedFiles droppedFiles() {
		return this.dropped;
	}

	private static String @Nullable [] choose(@Nullable FxFileInputs inputs, Object[] arguments) {
		return (inputs != null) ? inputs.choose((String) arguments[0], (Boolean) arguments[1], (String) arguments[2])
				: null;
	}

	// Whatever is thrown here would meet the engine's own code.
	private String @Nullable [] choose(@Nullable String initial, boolean multiple, @Nullable String types) {
		String[] dropped = this.dropped.take();
		if (dropped != null) {
			return dropped;
		}
		try {
			List<Path> paths = await(this.dialogs.open(options(initial, multiple, types)));
			return paths.isEmpty() ? null : paths.stream().map(Path::toString).toArray(String[]::new);
		}
		catch (RuntimeException ex) {
			logger.warn("A file input of webview '" + this.webview.label() + "' could not ask for a file: "
					+ ((ex.getCause() != null) ? ex.getCause() : ex).getMessage());
			return null;
		}
	}

	private FileDialogOptions options(@Nullable String initial, boolean multiple, @Nullable String types) {
		FileDialogOptions options = FileDialogOptions.DEFAULT.withOwner(this.webview.window())
			.withMultiple(multiple)
			.withFilters(filters((types != null) ? types : ""));
		if (initial != null && !initial.isEmpty()) {
			try {
				return options.withDefaultPath(Path.of(initial));
			}
			catch (InvalidPathException ex) {
				logger.debug("An input's file cannot be proposed", ex);
			}
		}
		return options;
	}

	// The engine tells types, and keeps extensions to itself: a filter is a proposal.
	static List<Filter> filters(String types) {
		List<Filter> filters = new ArrayList<>();
		for (Filter kind : KINDS) {
			if (types.contains(kind.name() + "*")) {
				filters.add(new Filter(kind.name() + "*", kind.extensions()));
			}
		}
		if (!filters.isEmpty()) {
			filters.add(new Filter("*", List.of("*")));
		}
		return filters;
	}

	private static List<Path> await(CompletableFuture<List<Path>> answer) {
		if (!answer.isDone()) {
			if (!Platform.canStartNestedEventLoop()) {
				answer.cancel(false);
				throw new IllegalStateException("the window is in the middle of a frame");
			}
			Object loop = new Object();
			answer.whenComplete((paths, ex) -> Platform.runLater(() -> Platform.exitNestedEventLoop(loop, null)));
			Platform.enterNestedEventLoop(loop);
		}
		return answer.join();
	}

}
