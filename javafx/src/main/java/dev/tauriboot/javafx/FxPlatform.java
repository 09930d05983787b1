package dev.tauriboot.javafx;

import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.window.UnsupportedWindowOperationException;

/**
 * What this is, for those who ask for what it cannot do.
 */
final class FxPlatform {

	private static final String NAME = "JavaFX on " + system();

	private FxPlatform() {
	}

	private static String system() {
		return switch (Platform.of(System.getProperty("os.name", ""))) {
			case WINDOWS -> "Windows";
			case MACOS -> "macOS";
			case LINUX -> "Linux";
		};
	}

	static UnsupportedWindowOperationException cannot(String command) {
		return new UnsupportedWindowOperationException(command, NAME);
	}

	static UnsupportedWindowOperationException webviewCannot(String command) {
		return UnsupportedWindowOperationException.ofWebview(command, NAME);
	}

}
