package dev.tauriboot.scope;

import java.util.Locale;
import java.util.Set;

import dev.tauriboot.match.LinearRegex;
import org.jspecify.annotations.Nullable;

/**
 * What a page may have opened through the shell (acl 9.5, {@code open}). It is set by a
 * property, not by capabilities. Immutable.
 *
 * @since 0.1.0
 */
public final class ShellOpenScope {

	private static final LinearRegex DEFAULT = LinearRegex.of("^((mailto:\\w+)|(tel:\\w+)|(https?://\\w+)).+");

	private static final Set<String> PROGRAMS = Set.of("open", "start", "xdg-open", "gio", "gnome-open", "kde-open",
			"wslview", "firefox", "chrome", "chromium", "safari");

	private static final int LIMIT = 32_768;

	private final @Nullable LinearRegex regex;

	private final boolean whole;

	private ShellOpenScope(@Nullable LinearRegex regex, boolean whole) {
		this.regex = regex;
		this.whole = whole;
	}

	/**
	 * Read a scope.
	 * @param value {@code null} or true for mail, telephone and web addresses, false for
	 * nothing, or an expression that must match as a whole
	 * @return the scope
	 * @throws IllegalArgumentException if the value is none of these
	 */
	public static ShellOpenScope of(@Nullable Object value) {
		if (value == null || value.equals(true) || value.equals("true")) {
			return new ShellOpenScope(DEFAULT, false);
		}
		if (value.equals(false) || value.equals("false")) {
			return new ShellOpenScope(null, true);
		}
		if (value instanceof String expression && !expression.isEmpty()) {
			return new ShellOpenScope(LinearRegex.of(expression), true);
		}
		throw new IllegalArgumentException(
				"expected true, false or a regular expression, found " + ScopeData.describe(value));
	}

	/**
	 * Make sure that something may be opened.
	 * @param target a path or URL
	 * @param with the program to open it with, or {@code null} for the default one
	 * @return the program in lower case, or {@code null} for the default one
	 * @throws ScopeException if it may not, or the program is unknown
	 */
	public @Nullable String check(String target, @Nullable String with) {
		String program = (with != null) ? with.toLowerCase(Locale.ROOT) : null;
		program = "google chrome".equals(program) ? "chrome" : program;
		if (program != null && !PROGRAMS.contains(program)) {
			throw new ScopeException("unknown program " + with);
		}
		if (!isAllowed(target)) {
			throw ProgramArgument.failed(0, toString());
		}
		return program;
	}

	private boolean isAllowed(String target) {
		if (this.regex == null || target.length() > LIMIT) {
			return false;
		}
		return this.whole ? this.regex.matches(target) : this.regex.find(target);
	}

	/**
	 * The expression that targets must fit, or the property that forbids them all.
	 */
	@Override
	public String toString() {
		if (this.regex == null) {
			return "tauri.plugins.shell.open";
		}
		return this.whole ? "^" + this.regex + "$" : this.regex.toString();
	}

}
