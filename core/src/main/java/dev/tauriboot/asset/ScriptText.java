package dev.tauriboot.asset;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a script's text without running it.
 */
final class ScriptText {

	// import 'a', import x from 'a', export … from 'a', import('a')
	private static final Pattern IMPORT = Pattern.compile(
			"\\b(?:import|export)\\b(?:[\\s\\w$*{},]*?\\bfrom)?\\s*(?:\\(\\s*)?([\"'])([^\"'\\n]+)\\1", Pattern.DOTALL);

	private static final String BEFORE_REGEX = "(,=:[!&|?{};+-*%~^<>\n";

	private ScriptText() {
	}

	/**
	 * Replace the specifiers of modules.
	 */
	static String withSpecifiers(String script, UnaryOperator<String> replacement) {
		String plain = withoutComments(script);
		StringBuilder out = new StringBuilder(script.length() + 64);
		int from = 0;
		Matcher matcher = IMPORT.matcher(plain);
		while (matcher.find()) {
			out.append(script, from, matcher.start(2)).append(replacement.apply(matcher.group(2)));
			from = matcher.end(2);
		}
		return out.append(script, from, script.length()).toString();
	}

	/**
	 * The text with spaces in the place of comments.
	 */
	static String withoutComments(String script) {
		StringBuilder out = new StringBuilder(script);
		char last = '\n';
		int i = 0;
		while (i < script.length()) {
			char c = script.charAt(i);
			char next = (i + 1 < script.length()) ? script.charAt(i + 1) : 0;
			int end = i + 1;
			if (c == '/' && (next == '/' || next == '*')) {
				end = endOfComment(script, i, next == '/');
				for (int k = i; k < end; k++) {
					if (script.charAt(k) != '\n') {
						out.setCharAt(k, ' ');
					}
				}
			}
			else {
				if (c == '"' || c == '\'' || c == '`') {
					end = endOfLiteral(script, i + 1, c);
				}
				else if (c == '/' && BEFORE_REGEX.indexOf(last) >= 0) {
					end = endOfRegex(script, i + 1);
				}
				last = (c > ' ' || c == '\n') ? c : last;
			}
			i = end;
		}
		return out.toString();
	}

	private static int endOfComment(String script, int start, boolean line) {
		int end = script.indexOf(line ? "\n" : "*/", start + 2);
		return (end < 0) ? script.length() : end + (line ? 0 : 2);
	}

	private static int endOfLiteral(String script, int start, char quote) {
		for (int i = start; i < script.length(); i++) {
			char c = script.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == quote || (c == '\n' && quote != '`')) {
				return i + 1;
			}
		}
		return script.length();
	}

	private static int endOfRegex(String script, int start) {
		boolean set = false;
		for (int i = start; i < script.length(); i++) {
			char c = script.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '[') {
				set = true;
			}
			else if (c == ']') {
				set = false;
			}
			else if (c == '\n' || (c == '/' && !set)) {
				return i + 1;
			}
		}
		return script.length();
	}

}
