package dev.tauriboot.plugin.dialog;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.runtime.FileDialogOptions;
import org.jspecify.annotations.Nullable;

/**
 * A kind of files, as pages tell it.
 *
 * @param name what the user reads
 * @param extensions the extensions without a dot
 */
record FilterArgument(String name, List<String> extensions) {

	static List<FileDialogOptions.Filter> filters(@Nullable List<FilterArgument> arguments) {
		List<FileDialogOptions.Filter> filters = new ArrayList<>();
		if (arguments != null) {
			for (FilterArgument argument : arguments) {
				filters.add(new FileDialogOptions.Filter(argument.name, argument.extensions));
			}
		}
		return filters;
	}

}
