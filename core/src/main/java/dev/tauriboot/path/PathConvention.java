package dev.tauriboot.path;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.path.PathText.Component;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How paths are written on a platform. Paths are texts here, so that the rules of any
 * platform hold on any machine; nothing looks at the file system. The results are those
 * that section 10.5 of the wire contract has for the path module of pages, its oddities
 * included: use {@link java.nio.file.Path} for files.
 *
 * @since 0.1.0
 */
public enum PathConvention {

	/** Linux and macOS. */
	POSIX('/'),

	/** Windows. */
	WINDOWS('\\');

	private final char separator;

	PathConvention(char separator) {
		this.separator = separator;
	}

	/**
	 * The convention of a system.
	 * @param osName value of the system property {@code os.name}
	 * @return the convention
	 */
	public static PathConvention of(String osName) {
		Assert.notNull(osName, "'osName' must not be null");
		return (PlatformDirectories.Platform.of(osName) == PlatformDirectories.Platform.WINDOWS) ? WINDOWS : POSIX;
	}

	/**
	 * What stands between the components of a path.
	 * @return the separator that is written; Windows reads a slash as well
	 */
	public char separator() {
		return this.separator;
	}

	boolean isSeparator(char c) {
		return c == '/' || (this == WINDOWS && c == '\\');
	}

	/**
	 * Whether a path stands for itself, wherever one is.
	 * @param path a path
	 * @return {@code true} if so; on Windows, {@code \a} is not
	 */
	public boolean isAbsolute(String path) {
		return parse(path).isAbsolute();
	}

	/**
	 * Go from one path to another.
	 * @param base where to start
	 * @param path where to go; replaces the start if it is absolute
	 * @return the path, with no component removed
	 */
	public String push(String base, String path) {
		PathText from = parse(base);
		PathText to = parse(path);
		if (to.isAbsolute() || to.hasPrefix()) {
			return path;
		}
		if (from.isVerbatim()) {
			return pushVerbatim(from, to);
		}
		if (to.hasRoot()) {
			return from.prefix() + path;
		}
		boolean bare = base.isEmpty() || isSeparator(base.charAt(base.length() - 1)) || from.isDriveOnly();
		return bare ? base + path : base + this.separator + path;
	}

	// What Windows takes verbatim, it does not resolve: no dots may remain.
	private String pushVerbatim(PathText from, PathText to) {
		List<Component> all = new ArrayList<>(from.components());
		for (Component component : to.components()) {
			switch (component.kind()) {
				case ROOT -> {
					all.subList(1, all.size()).clear();
					all.add(component);
				}
				case PARENT -> {
					if (all.get(all.size() - 1).kind() == Component.Kind.NORMAL) {
						all.remove(all.size() - 1);
					}
				}
				case NORMAL -> all.add(component);
				default -> {
				}
			}
		}
		StringBuilder text = new StringBuilder();
		boolean separate = false;
		for (Component component : all) {
			boolean root = component.kind() == Component.Kind.ROOT;
			if (separate && !root) {
				text.append(this.separator);
			}
			text.append(component.text());
			separate = !root;
		}
		return text.toString();
	}

	/**
	 * The path of what a path is in.
	 * @param path a path
	 * @return its parent, empty for a single name, or {@code null} for a root and for
	 * nothing
	 */
	public @Nullable String parent(String path) {
		return parse(path).parent();
	}

	/**
	 * The last component of a path.
	 * @param path a path
	 * @return the name, or {@code null} if there is none or it is {@code ..}
	 */
	public @Nullable String fileName(String path) {
		return parse(path).fileName();
	}

	/**
	 * What follows the last dot of a file's name.
	 * @param path a path
	 * @return the extension without its dot, or {@code null} if there is none, as in
	 * {@code .profile}
	 */
	public @Nullable String extension(String path) {
		String name = fileName(path);
		int dot = (name != null) ? name.lastIndexOf('.') : -1;
		return (name != null && dot > 0) ? name.substring(dot + 1) : null;
	}

	/**
	 * Remove dots from a path without looking at links. Going up from a root, or from
	 * nothing, stays there. A component that is a path of its own, as {@code D:} can be
	 * on Windows, replaces what stands before it.
	 * @param path a path
	 * @return the path, empty if nothing remains
	 */
	public String resolveDots(String path) {
		return simplified(withoutDots(path, true));
	}

	/**
	 * As {@link #resolveDots}, but no component replaces others.
	 * @param path a path
	 * @return the path, empty if nothing remains
	 */
	public String removeDots(String path) {
		return simplified(withoutDots(path, false));
	}

	private String withoutDots(String path, boolean replacing) {
		String result = "";
		for (Component component : parse(path).components()) {
			switch (component.kind()) {
				case PREFIX -> result = component.text();
				case ROOT -> result = push(result, component.text());
				case PARENT -> {
					String parent = parent(result);
					result = (parent != null) ? parent : result;
				}
				case NORMAL -> result = replacing ? push(result, component.text()) : append(result, component.text());
				default -> {
				}
			}
		}
		return result;
	}

	private String append(String base, String name) {
		// Either separator counts, on every platform: so does the original.
		return (base.isEmpty() || base.endsWith("/") || base.endsWith("\\")) ? base + name
				: base + this.separator + name;
	}

	/**
	 * The ordinary spelling of a path.
	 * @param path a path
	 * @return the same path without the {@code \\?\} that Windows puts before some, where
	 * it means the same without
	 */
	public String simplified(String path) {
		return (this == WINDOWS) ? WindowsPrefix.simplified(path) : path;
	}

	/**
	 * Take a path apart.
	 * @param path a path
	 * @return its components
	 */
	PathText parse(String path) {
		Assert.notNull(path, "'path' must not be null");
		return new PathText(this, path);
	}

	/**
	 * The path within an application's resource folder of what was at another path when
	 * the application was built: going up becomes {@code _up_}, a root {@code _root_}.
	 * @param path a path
	 * @return a relative path that does not leave the folder
	 */
	public String toResourcePath(String path) {
		String result = "";
		for (Component component : parse(path).components()) {
			switch (component.kind()) {
				case ROOT -> result = push(result, "_root_");
				case PARENT -> result = push(result, "_up_");
				case NORMAL -> result = push(result, component.text());
				default -> {
				}
			}
		}
		return result;
	}

}
