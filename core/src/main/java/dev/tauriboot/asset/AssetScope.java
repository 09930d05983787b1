package dev.tauriboot.asset;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PathGlob;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which local files asset URLs reach (ipc-protocol 11.2). Paths are canonicalised before
 * they are matched, a pattern counts as written and in its canonical form, and a denial
 * beats every grant. Empty means nothing. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class AssetScope {

	private final BaseDirectories directories;

	private final boolean literalLeadingDot;

	private final List<PathGlob> allowed = new CopyOnWriteArrayList<>();

	private final List<PathGlob> denied = new CopyOnWriteArrayList<>();

	/**
	 * Create a scope.
	 * @param directories where variables such as {@code $APPDATA} lead
	 * @param allow globs of paths that may be read
	 * @param deny globs of paths that may not
	 * @param literalLeadingDot whether a leading dot must be literal, or {@code null} for
	 * the platform's default
	 * @throws IllegalArgumentException if a glob is malformed
	 */
	public AssetScope(BaseDirectories directories, Collection<String> allow, Collection<String> deny,
			@Nullable Boolean literalLeadingDot) {
		Assert.notNull(directories, "'directories' must not be null");
		this.directories = directories;
		this.literalLeadingDot = (literalLeadingDot != null) ? literalLeadingDot : File.separatorChar == '/';
		allow.forEach((glob) -> add(this.allowed, glob));
		deny.forEach((glob) -> add(this.denied, glob));
	}

	/**
	 * Let one file be read, for as long as this scope lives.
	 * @param file the file
	 */
	public void allowFile(Path file) {
		addPath(PathGlob.escape(file.toAbsolutePath().normalize().toString()), this.allowed);
	}

	/**
	 * Let the files of a directory be read, for as long as this scope lives.
	 * @param directory the directory
	 * @param recursive whether those of its subdirectories, too
	 */
	public void allowDirectory(Path directory, boolean recursive) {
		String path = PathGlob.escape(directory.toAbsolutePath().normalize().toString());
		addPath(path, this.allowed);
		addPath(path + (path.endsWith(File.separator) ? "" : File.separator) + (recursive ? "**" : "*"), this.allowed);
	}

	/**
	 * Find the file behind a path, if it is in scope.
	 * @param path an absolute path
	 * @return the file with all links resolved, or {@code null} if it is not in scope
	 */
	public @Nullable Path resolve(String path) {
		Path canonical;
		try {
			Path given = Path.of(path);
			if (!given.isAbsolute() || AssetPath.escapes(path)) {
				return null;
			}
			canonical = canonical(given.normalize());
		}
		catch (InvalidPathException ex) {
			return null;
		}
		if (canonical == null) {
			return null;
		}
		String text = canonical.toString();
		return (!matches(this.denied, text) && matches(this.allowed, text)) ? canonical : null;
	}

	private static boolean matches(List<PathGlob> globs, String path) {
		for (PathGlob glob : globs) {
			if (glob.matches(path)) {
				return true;
			}
		}
		return false;
	}

	// What does not exist is where its nearest existing folder is; a dangling link is
	// nowhere.
	private static @Nullable Path canonical(Path path) {
		Path existing = path;
		while (existing != null && !Files.exists(existing)) {
			if (Files.isSymbolicLink(existing)) {
				return null;
			}
			existing = existing.getParent();
		}
		try {
			return (existing != null) ? existing.toRealPath().resolve(existing.relativize(path)).normalize() : path;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private void add(List<PathGlob> globs, String configured) {
		String[] components = configured.split((File.separatorChar == '\\') ? "[/\\\\]" : "/");
		StringBuilder pattern = new StringBuilder();
		for (int i = 0; i < components.length; i++) {
			String component = components[i];
			BaseDirectory directory = (i == 0) ? BaseDirectory.ofVariable(component) : null;
			if (directory != null) {
				Path base = this.directories.resolve(directory);
				if (base == null) {
					return;
				}
				pattern.append(PathGlob.escape(base.toString()));
			}
			else if (!component.isEmpty() && !component.equals("..") && !component.equals(".")) {
				boolean first = i == 0;
				pattern.append(first ? "" : File.separator).append(component);
			}
		}
		addPath(pattern.isEmpty() ? File.separator : pattern.toString(), globs);
	}

	private void addPath(String pattern, List<PathGlob> globs) {
		globs.add(PathGlob.of(pattern, this.literalLeadingDot));
		String canonical = canonicalPattern(pattern);
		if (!canonical.equals(pattern)) {
			globs.add(PathGlob.of(canonical, this.literalLeadingDot));
		}
	}

	// Canonicalises the longest existing folder that leads the pattern.
	private static String canonicalPattern(String pattern) {
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
