package dev.tauriboot.match;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Classes of code points by name, as Unicode defines them.
 */
final class CharClasses {

	static final IntPredicate ANY = (c) -> true;

	static final IntPredicate DIGIT = Character::isDigit;

	static final IntPredicate WORD = ofJava("\\w");

	static final IntPredicate SPACE = ofJava("\\s");

	private static final Map<String, IntPredicate> ASCII = Map.ofEntries(Map.entry("alnum", ascii("[A-Za-z0-9]")),
			Map.entry("alpha", ascii("[A-Za-z]")), Map.entry("ascii", ascii("[\\x00-\\x7F]")),
			Map.entry("blank", ascii("[ \\t]")), Map.entry("cntrl", ascii("[\\x00-\\x1F\\x7F]")),
			Map.entry("digit", ascii("[0-9]")), Map.entry("graph", ascii("[!-~]")), Map.entry("lower", ascii("[a-z]")),
			Map.entry("print", ascii("[ -~]")), Map.entry("punct", ascii("[!-/:-@\\[-`{-~]")),
			Map.entry("space", ascii("[\\t\\n\\x0B\\f\\r ]")), Map.entry("upper", ascii("[A-Z]")),
			Map.entry("word", ascii("[0-9A-Za-z_]")), Map.entry("xdigit", ascii("[0-9A-Fa-f]")));

	private CharClasses() {
	}

	/**
	 * The class of a name between colons, such as {@code alpha}.
	 */
	static @Nullable IntPredicate ofAsciiName(String name) {
		return ASCII.get(name);
	}

	/**
	 * The class of a Unicode property: a general category, a script or a binary property.
	 */
	static @Nullable IntPredicate ofProperty(String name) {
		for (String prefix : new String[] { "", "Is" }) {
			try {
				return ofJava("\\p{" + prefix + name.replace("Script=", "sc=") + "}");
			}
			catch (PatternSyntaxException ex) {
				// Then the other spelling may do.
			}
		}
		return null;
	}

	/**
	 * The class with the other case of each letter added.
	 */
	static IntPredicate ignoringCase(IntPredicate members) {
		return (c) -> members.test(c) || members.test(Character.toLowerCase(c))
				|| members.test(Character.toUpperCase(c))
				|| members.test(Character.toLowerCase(Character.toUpperCase(c)));
	}

	private static IntPredicate ofJava(String expression) {
		Pattern pattern = Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
		return (c) -> pattern.matcher(Character.toString(c)).matches();
	}

	private static IntPredicate ascii(String expression) {
		Pattern pattern = Pattern.compile(expression);
		return (c) -> c < 128 && pattern.matcher(Character.toString(c)).matches();
	}

}
