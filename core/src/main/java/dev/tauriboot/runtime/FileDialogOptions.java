package dev.tauriboot.runtime;

import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How to ask the user for files.
 *
 * @param owner the window that the dialog belongs to, or {@code null} for none
 * @param title the dialog's title, or {@code null} for the platform's
 * @param filters the kinds of files to choose from, none for all
 * @param defaultPath where to begin: a directory that exists, or a file to propose, whose
 * directory is where to begin if it exists; {@code null} for what the platform likes
 * @param multiple whether several files may be chosen
 * @param directory whether to choose a directory; the platforms let choose one only
 * @since 0.1.0
 */
public record FileDialogOptions(@Nullable Window owner, @Nullable String title, List<Filter> filters,
		@Nullable Path defaultPath, boolean multiple, boolean directory) {

	/**
	 * A plain dialog for one file.
	 */
	public static final FileDialogOptions DEFAULT = new FileDialogOptions(null, null, List.of(), null, false, false);

	public FileDialogOptions {
		filters = List.copyOf(filters);
	}

	/**
	 * The same with an owner.
	 * @param owner the window that the dialog belongs to, or {@code null} for none
	 * @return the options
	 */
	public FileDialogOptions withOwner(@Nullable Window owner) {
		return new FileDialogOptions(owner, this.title, this.filters, this.defaultPath, this.multiple, this.directory);
	}

	/**
	 * The same with a title.
	 * @param title the dialog's title, or {@code null} for the platform's
	 * @return the options
	 */
	public FileDialogOptions withTitle(@Nullable String title) {
		return new FileDialogOptions(this.owner, title, this.filters, this.defaultPath, this.multiple, this.directory);
	}

	/**
	 * The same with filters.
	 * @param filters the kinds of files to choose from, none for all
	 * @return the options
	 */
	public FileDialogOptions withFilters(List<Filter> filters) {
		return new FileDialogOptions(this.owner, this.title, filters, this.defaultPath, this.multiple, this.directory);
	}

	/**
	 * The same with a place to begin.
	 * @param defaultPath a directory, or a file to propose, or {@code null}
	 * @return the options
	 */
	public FileDialogOptions withDefaultPath(@Nullable Path defaultPath) {
		return new FileDialogOptions(this.owner, this.title, this.filters, defaultPath, this.multiple, this.directory);
	}

	/**
	 * The same for one file or several.
	 * @param multiple whether several files may be chosen
	 * @return the options
	 */
	public FileDialogOptions withMultiple(boolean multiple) {
		return new FileDialogOptions(this.owner, this.title, this.filters, this.defaultPath, multiple, this.directory);
	}

	/**
	 * The same for files or a directory.
	 * @param directory whether to choose a directory
	 * @return the options
	 */
	public FileDialogOptions withDirectory(boolean directory) {
		return new FileDialogOptions(this.owner, this.title, this.filters, this.defaultPath, this.multiple, directory);
	}

	/**
	 * A kind of files.
	 *
	 * @param name what the user reads
	 * @param extensions the extensions without a dot, {@code *} for any file
	 */
	public record Filter(String name, List<String> extensions) {

		public Filter {
			Assert.notNull(name, "'name' must not be null");
			extensions = List.copyOf(extensions);
		}

	}

}
