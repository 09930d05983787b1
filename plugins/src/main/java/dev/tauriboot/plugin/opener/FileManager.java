package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows files where they lie. A bean, which an application or a test may replace.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FileManager {

	/**
	 * Show files, selected in the windows of their folders.
	 * @param files absolute paths of what exists, at least one
	 * @throws IOException if there is nothing that could show them
	 */
	void reveal(List<Path> files) throws IOException;

}
