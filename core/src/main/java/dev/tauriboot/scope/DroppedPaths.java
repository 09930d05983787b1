package dev.tauriboot.scope;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowListener;

import org.springframework.core.Ordered;
import org.springframework.util.Assert;

/**
 * Grants what the user drops on a window: a file, or a directory with everything below
 * it. It comes before other listeners, so that a page that hears of a drop can read it.
 *
 * @since 0.1.0
 */
public final class DroppedPaths implements WindowListener, Ordered {

	private final GrantedPaths granted;

	/**
	 * Create a listener.
	 * @param granted where paths are granted
	 */
	public DroppedPaths(GrantedPaths granted) {
		Assert.notNull(granted, "'granted' must not be null");
		this.granted = granted;
	}

	@Override
	public void dropped(Webview webview, List<String> paths, double x, double y) {
		for (String path : paths) {
			try {
				grant(Path.of(path));
			}
			catch (InvalidPathException ex) {
				// Then no page can ask for it either.
			}
		}
	}

	private void grant(Path path) {
		if (Files.isDirectory(path)) {
			this.granted.allowDirectory(path, true);
		}
		else {
			this.granted.allowFile(path);
		}
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
