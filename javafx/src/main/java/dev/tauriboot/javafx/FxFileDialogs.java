package dev.tauriboot.javafx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Shows the dialogs that the platform has for files. Where it has none, as without a
 * display, they are refused.
 *
 * @since 0.1.0
 */
public final class FxFileDialogs implements FileDialogs {

	private final int maxQueued;

	/**
	 * Create the dialogs. Sixteen of a window may wait for their turn.
	 */
	public FxFileDialogs() {
		this(FxDialogQueue.DEFAULT_LIMIT);
	}

	/**
	 * Create the dialogs.
	 * @param maxQueued how many dialogs of a window may wait for their turn
	 */
	public FxFileDialogs(int maxQueued) {
		this.maxQueued = maxQueued;
	}

	@Override
	public CompletableFuture<List<Path>> open(FileDialogOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return show(options, (owner) -> options.directory() ? paths(directory(options, owner)) : files(options, owner));
	}

	@Override
	public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return show(options, (owner) -> Optional.ofNullable(chooser(options).showSaveDialog(owner))
			.map((file) -> file.getAbsoluteFile().toPath()));
	}

	private static List<Path> files(FileDialogOptions options, @Nullable Stage owner) {
		FileChooser chooser = chooser(options);
		if (!options.multiple()) {
			return paths(chooser.showOpenDialog(owner));
		}
		List<File> files = chooser.showOpenMultipleDialog(owner);
		return (files != null) ? files.stream().map((file) -> file.getAbsoluteFile().toPath()).toList() : List.of();
	}

	private static @Nullable File directory(FileDialogOptions options, @Nullable Stage owner) {
		DirectoryChooser chooser = new DirectoryChooser();
		chooser.setTitle(options.title());
		chooser.setInitialDirectory(initialDirectory(options.defaultPath()));
		return chooser.showDialog(owner);
	}

	private static List<Path> paths(@Nullable File file) {
		return (file != null) ? List.of(file.getAbsoluteFile().toPath()) : List.of();
	}

	static FileChooser chooser(FileDialogOptions options) {
		FileChooser chooser = new FileChooser();
		chooser.setTitle(options.title());
		for (FileDialogOptions.Filter filter : options.filters()) {
			if (!filter.extensions().isEmpty()) {
				chooser.getExtensionFilters().add(new ExtensionFilter(filter.name(), patterns(filter)));
			}
		}
		Path path = options.defaultPath();
		chooser.setInitialDirectory(initialDirectory(path));
		if (path != null && path.getFileName() != null && !Files.isDirectory(path)) {
			chooser.setInitialFileName(path.getFileName().toString());
		}
		return chooser;
	}

	private static List<String> patterns(FileDialogOptions.Filter filter) {
		// Linux takes a pattern by its letters, the others take *.* for any file.
		boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
		List<String> patterns = new ArrayList<>();
		for (String extension : filter.extensions()) {
			patterns.add(("*".equals(extension) && linux) ? "*" : "*." + extension);
		}
		return patterns;
	}

	// A chooser throws if its directory does not exist.
	private static @Nullable File initialDirectory(@Nullable Path path) {
		if (path == null) {
			return null;
		}
		Path directory = Files.isDirectory(path) ? path : path.getParent();
		return (directory != null && Files.isDirectory(directory)) ? directory.toAbsolutePath().toFile() : null;
	}

	private <T> CompletableFuture<T> show(FileDialogOptions options, Function<@Nullable Stage, T> dialog) {
		return FxToolkit.isHeadless() ? CompletableFuture.failedFuture(new UnsupportedOperationException(UNAVAILABLE))
				: inTurn(options, this.maxQueued, dialog);
	}

	static <T> CompletableFuture<T> inTurn(FileDialogOptions options, int maxQueued,
			Function<@Nullable Stage, T> dialog) {
		CompletableFuture<T> result = new CompletableFuture<>();
		FxDialogQueue.add(options.owner(), maxQueued, result, (gone) -> {
			try {
				run(options, dialog, result);
			}
			finally {
				gone.run();
			}
		});
		return result;
	}

	private static <T> void run(FileDialogOptions options, Function<@Nullable Stage, T> dialog,
			CompletableFuture<T> result) {
		if (result.isDone()) {
			return;
		}
		Stage stage = (options.owner() instanceof FxWindow window) ? window.stage() : null;
		try {
			result.complete(dialog.apply((stage != null && stage.isShowing()) ? stage : null));
		}
		catch (UnsupportedOperationException ex) {
			result.completeExceptionally(new UnsupportedOperationException(UNAVAILABLE, ex));
		}
		catch (RuntimeException ex) {
			result.completeExceptionally(ex);
		}
	}

}
