package dev.tauriboot.scope;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PathGlob;
import org.jspecify.annotations.Nullable;

/**
 * Turns path entries of scopes into globs (acl 9.2, 9.3).
 */
final class PathPattern {

	private PathPattern() {
	}

	/**
	 * Replace a leading variable, and drop empty and parent components.
	 * @return the pattern, or {@code null} if it can match nothing here
	 */
	static @Nullable String resolve(String configured, BaseDirectories directories) {
		String[] components = configured.split((File.separatorChar == '\\') ? "[/\\\\]" : "/");
		StringBuilder pattern = new StringBuilder();
		boolean absolute = components.length == 0 || components[0].isEmpty();
		for (int i = 0; i < components.length; i++) {
			String component = components[i];
			BaseDirectory directory = (i == 0) ? BaseDirectory.ofVariable(component) : null;
			if (directory != null) {
				Path base = directories.resolve(directory);
				if (base == null) {
					return null;
				}
				pattern.append(PathGlob.escape(base.toString()));
			}
			else if (!component.isEmpty() && !component.equals("..") && !component.equals(".")) {
				boolean separated = endsWithSeparator(pattern) || (pattern.isEmpty() && !absolute);
				pattern.append(separated ? "" : File.separator).append(component);
			}
		}
		if (pattern.isEmpty()) {
			return absolute ? File.separator : null;
		}
		return pattern.toString();
	}

	private static boolean endsWithSeparator(StringBuilder pattern) {
		return !pattern.isEmpty() && pattern.charAt(pattern.length() - 1) == File.separatorChar;
	}

	/**
	 * The globs of a pattern: as it is, and with its longest existing leading folder
	 * canonicalised.
	 */
	static List<PathGlob> compile(String pattern, boolean literalLeadingDot) {
		PathGlob glob = PathGlob.of(pattern, literalLeadingDot);
		String canonical = canonical(pattern);
		return canonical.equals(pattern) ? List.of(glob) : List.of(glob, PathGlob.of(canonical, literalLeadingDot));
	}

	private static String canonical(String pattern) {
		int end = pattern.length();
		while (end > 0) {
			String lead = unescape(pattern.substring(0, end));
			try {
				Path path = (lead != null) ? Path.of(lead) : null;
				if (path != null && path.isAbsolute() && Files.exists(path)) {
					return joined(PathGlob.escape(path.toRealPath().toString()), pattern.substring(end));
				}
			}
			catch (IOException | InvalidPathException ex) {
				// Then the folder above it may do.
			}
			end = pattern.lastIndexOf(File.separatorChar, end - 1);
		}
		return pattern;
	}

	private static String joined(String lead, String rest) {
		return (lead.endsWith(File.separator) && rest.startsWith(File.separator)) ? lead + rest.substring(1)
				: lead + rest;
	}

	// The path that a pattern without wildcards stands for, or null if it has some.
	private static @Nullable String unescape(String pattern) {
		String literal = pattern.replaceAll("\\[([*?\\[\\]])]", "\0$1");
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < literal.length(); i++) {
			char c = literal.charAt(i);
			if (c == '\0') {
				path.append(literal.charAt(++i));
			}
			else if (c == '*' || c == '?' || c == '[') {
				return null;
			}
			else {
				path.append(c);
			}
		}
		return path.toString();
	}

}
