package dev.tauriboot.url;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.tauriboot.match.LinearRegex;
import dev.tauriboot.url.PatternToken.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Turns the pattern of one part of a URL into an expression.
 */
enum PatternCompiler {

	PROTOCOL("", PatternCompiler::scheme), USERNAME("", PercentEncoding.USER::encode),
	PASSWORD("", PercentEncoding.USER::encode), HOSTNAME(".", PatternCompiler::host), PORT("", PatternCompiler::port),
	PATHNAME("/", PercentEncoding.PATH::encode), OPAQUE_PATH("/", PercentEncoding.OPAQUE_PATH::encode),
	SEARCH("", PercentEncoding.QUERY::encode), SPECIAL_SEARCH("", PercentEncoding.SPECIAL_QUERY::encode),
	HASH("", PercentEncoding.FRAGMENT::encode);

	private final String delimiter;

	private final UnaryOperator<String> encoder;

	PatternCompiler(String delimiter, UnaryOperator<String> encoder) {
		this.delimiter = delimiter;
		this.encoder = encoder;
	}

	LinearRegex compile(String pattern) {
		return LinearRegex.of(new Reader(pattern).read());
	}

	String encode(String text) {
		return this.encoder.apply(text);
	}

	/**
	 * The text that a pattern without signs stands for, not encoded yet, or null if it
	 * has some.
	 */
	static @Nullable String literal(String pattern) {
		StringBuilder text = new StringBuilder();
		for (PatternToken token : PatternToken.split(pattern, false)) {
			switch (token.kind()) {
				case CHARACTER, ESCAPED -> text.append(token.value());
				case END -> {
					return text.toString();
				}
				default -> {
					return null;
				}
			}
		}
		return null;
	}

	private static String scheme(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= 128 || !(Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0)) {
				throw new IllegalArgumentException("a protocol cannot have '" + c + "'");
			}
		}
		return text.toLowerCase(Locale.ROOT);
	}

	private static String port(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				throw new IllegalArgumentException("a port cannot have '" + text.charAt(i) + "'");
			}
		}
		return text;
	}

	private static String host(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c == 0x7F || "#/:<>?@[\\]^|%\"`{}".indexOf(c) >= 0) {
				throw new IllegalArgumentException("a host cannot have '" + c + "'");
			}
		}
		String[] labels = text.split("\\.", -1);
		for (int i = 0; i < labels.length; i++) {
			if (!StandardCharsets.US_ASCII.newEncoder().canEncode(labels[i])) {
				// Half a label has no ASCII form, and who is to know what follows?
				if (i == 0 || i == labels.length - 1) {
					throw new IllegalArgumentException("write '" + labels[i] + "' in its ASCII form (xn--…)");
				}
				labels[i] = host(IDN.toASCII(labels[i]));
			}
		}
		return String.join(".", labels).toLowerCase(Locale.ROOT);
	}

	private final class Reader {

		private final StringBuilder regex = new StringBuilder("(?s)");

		private final StringBuilder fixed = new StringBuilder();

		private final Set<String> names = new HashSet<>();

		private final List<PatternToken> tokens;

		private int index;

		Reader(String pattern) {
			this.tokens = PatternToken.split(pattern, false);
		}

		String read() {
			while (!is(Kind.END)) {
				String literal = is(Kind.CHARACTER) ? next().value() : "";
				String matcher = matcher();
				if (matcher != null) {
					boolean prefix = literal.equals("/") && PatternCompiler.this.delimiter.equals("/");
					this.fixed.append(prefix ? "" : literal);
					add(prefix ? literal : "", matcher, "", modifier());
				}
				else if (!literal.isEmpty()) {
					this.fixed.append(literal);
				}
				else if (is(Kind.ESCAPED)) {
					this.fixed.append(next().value());
				}
				else if (is(Kind.OPEN)) {
					next();
					String prefix = text();
					String inner = matcher();
					String suffix = text();
					if (!is(Kind.CLOSE)) {
						throw error("a group is not closed");
					}
					next();
					add(prefix, inner, suffix, modifier());
				}
				else {
					throw error("'" + next().value() + "' has nothing to refer to");
				}
			}
			flush();
			return this.regex.toString();
		}

		// A name, an expression, both or a star, as an expression.
		private @Nullable String matcher() {
			String segment = PatternCompiler.this.delimiter.isEmpty() ? ".+"
					: "[^\\" + PatternCompiler.this.delimiter + "]+";
			if (is(Kind.NAME)) {
				if (!this.names.add(next().value())) {
					throw error("a name occurs twice");
				}
				return is(Kind.REGEX) ? expression() : segment;
			}
			if (is(Kind.REGEX)) {
				return expression();
			}
			return (is(Kind.ASTERISK) && next() != null) ? ".*" : null;
		}

		// Compiled alone first, for it must not reach beyond its parentheses.
		private String expression() {
			return LinearRegex.of(next().value()).toString();
		}

		private String modifier() {
			return (is(Kind.MODIFIER) || is(Kind.ASTERISK)) ? next().value() : "";
		}

		private String text() {
			StringBuilder text = new StringBuilder();
			while (is(Kind.CHARACTER) || is(Kind.ESCAPED)) {
				text.append(next().value());
			}
			return text.toString();
		}

		private void add(String prefix, @Nullable String matcher, String suffix, String modifier) {
			if (matcher == null && modifier.isEmpty()) {
				this.fixed.append(prefix).append(suffix);
				return;
			}
			flush();
			String before = literal(prefix);
			String inner = (matcher != null) ? "(?:" + matcher + ")" : "";
			String after = literal(suffix);
			this.regex.append("(?:").append(before).append(inner);
			if (matcher != null && (modifier.equals("*") || modifier.equals("+"))) {
				// Only what stands between two repetitions has both affixes.
				this.regex.append("(?:").append(after).append(before).append(inner).append(")*");
			}
			this.regex.append(after).append(')');
			boolean optional = modifier.equals("*") || modifier.equals("?");
			this.regex.append((matcher == null) ? modifier : (optional ? "?" : ""));
		}

		private void flush() {
			this.regex.append(literal(this.fixed.toString()));
			this.fixed.setLength(0);
		}

		private String literal(String text) {
			return LinearRegex.quote(PatternCompiler.this.encoder.apply(text));
		}

		private boolean is(Kind kind) {
			return this.tokens.get(this.index).kind() == kind;
		}

		private PatternToken next() {
			return this.tokens.get(this.index++);
		}

		private IllegalArgumentException error(String what) {
			return new IllegalArgumentException(what + ", near position " + this.tokens.get(this.index).index());
		}

	}

}
