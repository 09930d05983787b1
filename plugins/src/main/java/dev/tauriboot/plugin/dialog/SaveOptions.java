package dev.tauriboot.plugin.dialog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a page asks where to save.
 *
 * @param title the dialog's title
 * @param filters the kinds of files
 * @param defaultPath where to begin
 */
record SaveOptions(@Nullable String title, @Nullable List<FilterArgument> filters, @Nullable String defaultPath) {
}
