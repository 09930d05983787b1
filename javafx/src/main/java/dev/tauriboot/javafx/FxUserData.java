package dev.tauriboot.javafx;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.webkit.WebPage;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebErrorEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * Where the engine keeps local storage and the like. A directory serves one process: if
 * another has it, or it cannot be written, a temporary one takes its place.
 */
final class FxUserData {

	private static final Log logger = LogFactory.getLog(FxUserData.class);

	private final @Nullable Path directory;

	private volatile @Nullable Path temporary;

	FxUserData(@Nullable Path directory) {
		this.directory = directory;
	}

	/**
	 * Set an engine's directory, before it loads anything.
	 */
	void apply(WebEngine engine) {
		engine.setOnError((event) -> failed(engine, event));
		if (this.temporary != null) {
			// What one window stores is there for the others.
			useTemporary(engine);
			return;
		}
		if (this.directory == null) {
			return;
		}
		try {
			Files.createDirectories(this.directory);
			engine.setUserDataDirectory(this.directory.toFile());
		}
		catch (IOException ex) {
			logger.warn("Cannot create the directory " + this.directory + " for the data of the webviews", ex);
			useTemporary(engine);
		}
	}

	/**
	 * Give a page that another one has opened what that one has stored. The engine gives
	 * a place to those pages only that it was told to load.
	 */
	static void share(WebEngine opener, WebPage popup) {
		File directory = opener.getUserDataDirectory();
		if (directory == null) {
			return;
		}
		try {
			// The path is the engine's own: pages share what has the same one.
			popup.setLocalStorageDatabasePath(new File(directory.getCanonicalFile(), "localstorage").getPath());
			popup.setLocalStorageEnabled(true);
		}
		catch (IOException ex) {
			logger.warn("A window that a page has opened cannot store anything", ex);
		}
	}

	private void failed(WebEngine engine, WebErrorEvent event) {
		logger.warn("The webviews keep their data in a temporary directory: " + event.getMessage());
		useTemporary(engine);
	}

	private void useTemporary(WebEngine engine) {
		try {
			Path directory = this.temporary;
			if (directory == null) {
				directory = Files.createTempDirectory("tauri-webview");
				this.temporary = directory;
			}
			engine.setUserDataDirectory(directory.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create a temporary directory", ex);
		}
	}

	/**
	 * Delete the temporary directory, as far as the engine lets go of it.
	 */
	void deleteTemporary() {
		try {
			FileSystemUtils.deleteRecursively(this.temporary);
		}
		catch (IOException ex) {
			logger.debug("Cannot delete " + this.temporary, ex);
		}
	}

}
