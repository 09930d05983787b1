package dev.tauriboot.path;

import java.util.Locale;
import java.util.Set;

/**
 * What a path of Windows may start with: a drive, a share, a device, or the mark that the
 * rest is to be taken verbatim.
 *
 * @param kind what it is
 * @param length how many characters it has
 */
record WindowsPrefix(WindowsPrefix.Kind kind, int length) {

	static final WindowsPrefix NONE = new WindowsPrefix(Kind.NONE, 0);

	private static final String VERBATIM = "\\\\?\\";

	private static final String SHARE = "UNC\\";

	private static final int MAX_PATH = 260;

	private static final int MAX_NAME = 255;

	private static final Set<String> DEVICES = Set.of("AUX", "NUL", "PRN", "CON", "COM1", "COM2", "COM3", "COM4",
			"COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8",
			"LPT9");

	static WindowsPrefix of(String path) {
		if (path.startsWith(VERBATIM)) {
			return verbatim(path);
		}
		String read = path.replace('/', '\\');
		if (read.startsWith("\\\\.\\")) {
			return new WindowsPrefix(Kind.DEVICE, end(read, 4));
		}
		if (read.startsWith("\\\\")) {
			int server = end(read, 2);
			int share = end(read, server + 1);
			return (server > 2 && share > server + 1) ? new WindowsPrefix(Kind.SHARE, share) : NONE;
		}
		return isDrive(path, 0) ? new WindowsPrefix(Kind.DISK, 2) : NONE;
	}

	private static WindowsPrefix verbatim(String path) {
		int start = VERBATIM.length();
		if (path.startsWith(SHARE, start)) {
			int server = end(path, start + SHARE.length());
			int share = end(path, server + 1);
			return new WindowsPrefix(Kind.VERBATIM, (share > server + 1) ? share : server);
		}
		if (isDrive(path, start)
				&& (path.length() == start + 2 || PathConvention.WINDOWS.isSeparator(path.charAt(start + 2)))) {
			return new WindowsPrefix(Kind.VERBATIM_DISK, start + 2);
		}
		return new WindowsPrefix(Kind.VERBATIM, end(path, start));
	}

	private static int end(String path, int start) {
		int end = path.indexOf('\\', start);
		return (end >= 0) ? end : path.length();
	}

	private static boolean isDrive(String path, int start) {
		if (path.length() < start + 2 || path.charAt(start + 1) != ':') {
			return false;
		}
		char letter = path.charAt(start);
		return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
	}

	boolean isVerbatim() {
		return this.kind == Kind.VERBATIM || this.kind == Kind.VERBATIM_DISK;
	}

	/**
	 * Whether a path with this prefix is rooted even if no separator follows.
	 */
	boolean impliesRoot() {
		return this.kind != Kind.NONE && this.kind != Kind.DISK;
	}

	/**
	 * Remove the mark of a verbatim path, if all of its names mean the same without.
	 */
	static String simplified(String path) {
		if (of(path).kind() != Kind.VERBATIM_DISK || path.length() > MAX_PATH) {
			return path;
		}
		String plain = path.substring(VERBATIM.length());
		// behind the drive, whose root may be missing
		for (String name : plain.substring(Math.min(3, plain.length())).split("\\\\")) {
			if (!name.isEmpty() && !isOrdinary(name)) {
				return path;
			}
		}
		return plain;
	}

	private static boolean isOrdinary(String name) {
		if (name.length() > MAX_NAME || name.endsWith(".") || name.endsWith(" ")) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) < ' ' || "<>:\"/|?*".indexOf(name.charAt(i)) >= 0) {
				return false;
			}
		}
		int dot = name.indexOf('.');
		String stem = ((dot >= 0) ? name.substring(0, dot) : name).stripTrailing();
		return !DEVICES.contains(stem.toUpperCase(Locale.ROOT));
	}

	/**
	 * Kinds of prefixes.
	 */
	enum Kind {

		/** None. */
		NONE,

		/** A drive: {@code C:}. */
		DISK,

		/** A share: two backslashes, a server, a share. */
		SHARE,

		/** A device: two backslashes, a dot, a name. */
		DEVICE,

		/** A drive to be taken verbatim. */
		VERBATIM_DISK,

		/** Anything else to be taken verbatim. */
		VERBATIM

	}

}
