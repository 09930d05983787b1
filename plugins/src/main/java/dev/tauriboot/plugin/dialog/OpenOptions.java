package dev.tauriboot.plugin.dialog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a page asks for what to open. What only phones have is left out.
 *
 * @param title the dialog's title
 * @param filters the kinds of files
 * @param defaultPath where to begin
 * @param multiple whether several may be chosen
 * @param directory whether to choose a directory
 * @param recursive whether the page may then reach what is further down
 */
record OpenOptions(@Nullable String title, @Nullable List<FilterArgument> filters, @Nullable String defaultPath,
		@Nullable Boolean multiple, @Nullable Boolean directory, @Nullable Boolean recursive) {
}
