package dev.tauriboot.runtime;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Opens files and addresses in the programs of the desktop, whatever they are: who calls
 * it has checked that they may be opened. A bean, which an application or a test may
 * replace.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DesktopOpener {

	/**
	 * Open a file or an address. Returns when the program that does so is started.
	 * @param target an absolute path or a URL, which does not begin with a hyphen
	 * @param program the program to open it with, a name or a path, or {@code null} for
	 * the one that the desktop has for it
	 * @throws IOException if that program cannot be started
	 */
	void open(String target, @Nullable String program) throws IOException;

	/**
	 * Things open by {@code xdg-open}, {@code open}, or the shell of Windows, or by the
	 * program asked for. None of them is started by a command interpreter.
	 * @return the opener
	 */
	static DesktopOpener system() {
		return new SystemOpener(System.getProperty("os.name", ""), SystemLinks::launch);
	}

}
