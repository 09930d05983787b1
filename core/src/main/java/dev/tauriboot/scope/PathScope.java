package dev.tauriboot.scope;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.PathGlob;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Which paths a page may reach (acl 9.3). Paths are canonicalised before they are
 * matched, a pattern counts as written and in its canonical form, and a denial beats
 * every grant. Empty means nothing. Immutable but for the paths that are granted at run
 * time; safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class PathScope {

	private static final int LIMIT = 32_767;

	private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]++:");

	private static final String NO_PATH = "URL is not a valid path";

	private static final String TRAVERSAL = "cannot traverse directory, rewrite the path without the use of `../`";

	private final List<PathGlob> allowed;

	private final List<PathGlob> denied;

	private final @Nullable GrantedPaths granted;

	private PathScope(Builder builder) {
		this.granted = builder.granted;
		this.allowed = builder.compile(builder.allowed);
		this.denied = builder.compile(builder.denied);
	}

	/**
	 * Start a scope that allows nothing.
	 * @param directories where variables such as {@code $APPDATA} lead
	 * @return a builder
	 */
	public static Builder builder(BaseDirectories directories) {
		return new Builder(directories);
	}

	/**
	 * Whether a text has a parent component, whichever the separator, or a NUL.
	 * @param path a path
	 * @return whether it may lead out of where it seems to be
	 */
	public static boolean isTraversal(String path) {
		if (path.indexOf('\0') >= 0) {
			return true;
		}
		int start = 0;
		for (int i = 0; i <= path.length(); i++) {
			if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
				if (i - start == 2 && path.startsWith("..", start)) {
					return true;
				}
				start = i + 1;
			}
		}
		return false;
	}

	/**
	 * Find the file that a page asks for.
	 * @param requested a path or a {@code file:} URL
	 * @param base where relative paths start, or {@code null} for the working directory
	 * @param command name of the command, for the text of a refusal, or {@code null}
	 * @return the path with all links resolved, which is the one that was checked
	 * @throws ScopeException if the path is out of scope or none
	 */
	public Path check(String requested, @Nullable Path base, @Nullable String command) {
		return locate(requested, base, command).path();
	}

	/**
	 * Find the file that a page asks for, and keep how it asked.
	 * @param requested a path or a {@code file:} URL
	 * @param base where relative paths start, or {@code null} for the working directory
	 * @param command name of the command, for the text of a refusal, or {@code null}
	 * @return the path with all links resolved, which is the one that was checked, and
	 * the one asked for
	 * @throws ScopeException if the path is out of scope or none
	 */
	public ScopedPath locate(String requested, @Nullable Path base, @Nullable String command) {
		Path path = path(requested, base, command);
		Path found = resolve(path);
		if (found == null) {
			throw forbidden(path, command);
		}
		return new ScopedPath(path, found);
	}

	/**
	 * Find the entry of a folder that a page asks for, for what is done to a link and not
	 * to what it leads to. Both must be in scope.
	 * @param requested a path or a {@code file:} URL
	 * @param base where relative paths start, or {@code null} for the working directory
	 * @param command name of the command, for the text of a refusal, or {@code null}
	 * @return the path with the links of its folders resolved, and the one asked for
	 * @throws ScopeException if the path is out of scope or none
	 */
	public ScopedPath locateEntry(String requested, @Nullable Path base, @Nullable String command) {
		ScopedPath target = locate(requested, base, command);
		Path path = target.requested().normalize();
		Path name = path.getFileName();
		Path folder = (name != null) ? CanonicalPath.of(path.resolveSibling("")) : null;
		if (name == null || folder == null) {
			return target;
		}
		Path entry = folder.resolve(name);
		if (!entry.equals(target.path()) && !covers(entry)) {
			throw forbidden(target.requested(), command);
		}
		return new ScopedPath(target.requested(), entry);
	}

	private static Path path(String requested, @Nullable Path base, @Nullable String command) {
		String text = URL.matcher(requested).lookingAt() ? ofUrl(requested) : requested;
		if (isTraversal(text)) {
			throw new ScopeException(TRAVERSAL);
		}
		try {
			if (text.length() <= LIMIT) {
				return ((base != null) ? base.resolve(text) : Path.of(text)).toAbsolutePath();
			}
		}
		catch (InvalidPathException ex) {
			// What no file can be called is forbidden, too.
		}
		throw forbidden(text, command);
	}

	private static ScopeException forbidden(Object path, @Nullable String command) {
		String hint = (command == null) ? ""
				: (", maybe it is not allowed on the scope for `allow-%s` permission in your capability file")
					.formatted(command.replace('_', '-'));
		return new ScopeException("forbidden path: " + path + hint);
	}

	/**
	 * Find the file that a page asks for.
	 * @param requested a path or a {@code file:} URL
	 * @param base where relative paths start, or {@code null} for the working directory
	 * @return the path with all links resolved, which is the one that was checked
	 * @throws ScopeException if the path is out of scope or none
	 */
	public Path check(String requested, @Nullable Path base) {
		return check(requested, base, null);
	}

	private static String ofUrl(String requested) {
		WebUrl url = WebUrl.parse(requested);
		if (url == null && !requested.contains("://") && !requested.regionMatches(true, 0, "file:", 0, 5)) {
			return requested;
		}
		if (url == null || !url.protocol().equals("file")
				|| !(url.hostname().isEmpty() || url.hostname().equals("localhost"))) {
			throw new ScopeException(NO_PATH);
		}
		try {
			String path = UriUtils.decode(url.pathname(), StandardCharsets.UTF_8);
			return (File.separatorChar == '\\' && path.startsWith("/")) ? path.substring(1) : path;
		}
		catch (IllegalArgumentException ex) {
			throw new ScopeException(NO_PATH);
		}
	}

	/**
	 * Whether a path is in scope.
	 * @param path an absolute path
	 * @return whether it is
	 */
	public boolean isAllowed(Path path) {
		return resolve(path) != null;
	}

	/**
	 * Find the file behind a path, if it is in scope.
	 * @param path an absolute path without parent components
	 * @return the file with all links resolved, or {@code null} if it is not in scope
	 */
	public @Nullable Path resolve(Path path) {
		if (!path.isAbsolute() || isTraversal(path.toString())) {
			return null;
		}
		Path canonical = CanonicalPath.of(path.normalize());
		return (canonical != null && covers(canonical)) ? canonical : null;
	}

	private boolean covers(Path canonical) {
		String path = canonical.toString();
		return !matches(this.denied, path)
				&& (matches(this.allowed, path) || (this.granted != null && this.granted.matches(path)));
	}

	private static boolean matches(List<PathGlob> globs, String path) {
		for (PathGlob glob : globs) {
			if (glob.matches(path)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Collects what a scope allows and denies.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final BaseDirectories directories;

		private final List<String> allowed = new ArrayList<>();

		private final List<String> denied = new ArrayList<>();

		private boolean literalLeadingDot = File.separatorChar == '/';

		private @Nullable GrantedPaths granted;

		private Builder(BaseDirectories directories) {
			Assert.notNull(directories, "'directories' must not be null");
			this.directories = directories;
		}

		/**
		 * Set whether a leading dot must be literal in a pattern.
		 * @param literalLeadingDot whether it must, or {@code null} for the platform's
		 * default
		 * @return this builder
		 */
		public Builder literalLeadingDot(@Nullable Boolean literalLeadingDot) {
			this.literalLeadingDot = (literalLeadingDot != null) ? literalLeadingDot : File.separatorChar == '/';
			return this;
		}

		/**
		 * Allow what the user chooses, too.
		 * @param granted the paths, which may grow
		 * @return this builder
		 */
		public Builder granted(GrantedPaths granted) {
			this.granted = granted;
			return this;
		}

		/**
		 * Allow paths.
		 * @param entries globs as texts, or maps with one under {@code path}
		 * @return this builder
		 * @throws IllegalArgumentException if an entry is malformed
		 */
		public Builder allow(Collection<?> entries) {
			this.allowed.addAll(read(entries));
			return this;
		}

		/**
		 * Deny paths.
		 * @param entries globs as texts, or maps with one under {@code path}
		 * @return this builder
		 * @throws IllegalArgumentException if an entry is malformed
		 */
		public Builder deny(Collection<?> entries) {
			this.denied.addAll(read(entries));
			return this;
		}

		private static List<String> read(Collection<?> entries) {
			return ScopeData.read(entries, (entry) -> {
				String path = ScopeData.text(entry, "path");
				PathGlob.of(path, true);
				return path;
			});
		}

		/**
		 * Finish the scope.
		 * @return the scope
		 */
		public PathScope build() {
			return new PathScope(this);
		}

		private List<PathGlob> compile(List<String> patterns) {
			List<PathGlob> globs = new ArrayList<>();
			for (String pattern : patterns) {
				String resolved = PathPattern.resolve(pattern, this.directories);
				if (resolved != null) {
					globs.addAll(PathPattern.compile(resolved, this.literalLeadingDot));
				}
			}
			return List.copyOf(globs);
		}

	}

}
