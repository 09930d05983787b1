package dev.tauriboot.path;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A path taken apart: a prefix (of Windows), a root, then names. Empty components and
 * dots between others do not count.
 */
final class PathText {

	private final PathConvention convention;

	private final String text;

	private final WindowsPrefix prefix;

	private final boolean physicalRoot;

	private final boolean leadingDot;

	private final int body;

	PathText(PathConvention convention, String text) {
		this.convention = convention;
		this.text = text;
		this.prefix = (convention == PathConvention.WINDOWS) ? WindowsPrefix.of(text) : WindowsPrefix.NONE;
		int start = this.prefix.length();
		this.physicalRoot = text.length() > start && convention.isSeparator(text.charAt(start));
		this.leadingDot = !hasRoot() && text.startsWith(".", start)
				&& (text.length() == start + 1 || convention.isSeparator(text.charAt(start + 1)));
		this.body = start + ((this.physicalRoot || this.leadingDot) ? 1 : 0);
	}

	boolean hasPrefix() {
		return this.prefix.kind() != WindowsPrefix.Kind.NONE;
	}

	boolean isVerbatim() {
		return this.prefix.isVerbatim();
	}

	boolean isDriveOnly() {
		return this.prefix.kind() == WindowsPrefix.Kind.DISK && this.prefix.length() == this.text.length();
	}

	boolean hasRoot() {
		return this.physicalRoot || this.prefix.impliesRoot();
	}

	boolean isAbsolute() {
		return hasRoot() && (this.convention == PathConvention.POSIX || hasPrefix());
	}

	String prefix() {
		return this.text.substring(0, this.prefix.length());
	}

	List<Component> components() {
		List<Component> components = new ArrayList<>();
		if (hasPrefix()) {
			components.add(new Component(Component.Kind.PREFIX, prefix()));
		}
		if (isRootNamed()) {
			components.add(new Component(Component.Kind.ROOT, String.valueOf(this.convention.separator())));
		}
		else if (this.leadingDot && !hasPrefix()) {
			components.add(new Component(Component.Kind.CURRENT, "."));
		}
		int start = this.body;
		for (int i = this.body; i <= this.text.length(); i++) {
			if (i == this.text.length() || isSeparator(i)) {
				if (counts(start, i)) {
					components.add(component(this.text.substring(start, i)));
				}
				start = i + 1;
			}
		}
		return components;
	}

	private boolean isRootNamed() {
		return this.physicalRoot || (this.prefix.impliesRoot() && !isVerbatim());
	}

	private static Component component(String name) {
		return switch (name) {
			case "." -> new Component(Component.Kind.CURRENT, name);
			case ".." -> new Component(Component.Kind.PARENT, name);
			default -> new Component(Component.Kind.NORMAL, name);
		};
	}

	// Within a verbatim path a slash is a character like others, and a dot is a name.
	private boolean isSeparator(int index) {
		char c = this.text.charAt(index);
		return isVerbatim() ? c == '\\' : this.convention.isSeparator(c);
	}

	private boolean counts(int start, int end) {
		return start < end && (isVerbatim() || end - start > 1 || this.text.charAt(start) != '.');
	}

	@Nullable String fileName() {
		int end = trimmed(this.text.length());
		if (end == this.body) {
			return null;
		}
		Component last = component(this.text.substring(start(end), end));
		return (last.kind() == Component.Kind.NORMAL) ? last.text() : null;
	}

	@Nullable String parent() {
		int end = trimmed(this.text.length());
		if (end > this.body) {
			return this.text.substring(0, trimmed(before(end)));
		}
		boolean onlyDot = !isRootNamed() && this.leadingDot && !hasPrefix();
		return onlyDot ? "" : null;
	}

	/**
	 * Where the last component ends that counts.
	 */
	private int trimmed(int end) {
		int trimmed = end;
		while (trimmed > this.body && !counts(start(trimmed), trimmed)) {
			trimmed = before(trimmed);
		}
		return trimmed;
	}

	private int before(int end) {
		return Math.max(start(end) - 1, this.body);
	}

	private int start(int end) {
		int start = end;
		while (start > this.body && !isSeparator(start - 1)) {
			start--;
		}
		return start;
	}

	/**
	 * A part of a path.
	 *
	 * @param kind what it is
	 * @param text how it is written
	 */
	record Component(Kind kind, String text) {

		/**
		 * Kinds of parts.
		 */
		enum Kind {

			/** A drive or share of Windows. */
			PREFIX,

			/** A root. */
			ROOT,

			/** A dot. */
			CURRENT,

			/** Two dots. */
			PARENT,

			/** A name. */
			NORMAL

		}

	}

}
