package dev.tauriboot.match;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads what stands for one code point in an expression: escapes and classes in brackets.
 */
final class RegexClassParser {

	private static final int DEPTH_LIMIT = 100;

	private final RegexReader reader;

	private int depth;

	RegexClassParser(RegexReader reader) {
		this.reader = reader;
	}

	/**
	 * The class of the letter behind a backslash.
	 */
	IntPredicate escaped(int c) {
		IntPredicate named = switch (c) {
			case 'd' -> CharClasses.DIGIT;
			case 'D' -> CharClasses.DIGIT.negate();
			case 'w' -> CharClasses.WORD;
			case 'W' -> CharClasses.WORD.negate();
			case 's' -> CharClasses.SPACE;
			case 'S' -> CharClasses.SPACE.negate();
			case 'p' -> property();
			case 'P' -> property().negate();
			default -> null;
		};
		if (named != null) {
			return named;
		}
		int literal = literal(c);
		return (other) -> other == literal;
	}

	private int literal(int c) {
		return switch (c) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'f' -> '\f';
			case 'v' -> 0x0B;
			case 'a' -> 0x07;
			case 'x' -> hex(2);
			case 'u' -> hex(4);
			case 'U' -> hex(8);
			default -> {
				if (c >= '1' && c <= '9') {
					throw this.reader.error("backreferences are not supported");
				}
				if (c >= 128 || Character.isLetterOrDigit(c) || c == '<' || c == '>') {
					throw this.reader.error("unrecognized escape sequence");
				}
				yield c;
			}
		};
	}

	private int hex(int digits) {
		String wrong = "invalid hexadecimal escape";
		String text = this.reader.take("{") ? this.reader.until("}", wrong) : this.reader.exactly(digits, wrong);
		try {
			int value = HexFormat.fromHexDigits(text);
			if (!text.isEmpty() && Character.isValidCodePoint(value)) {
				return value;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw this.reader.error(wrong);
	}

	private IntPredicate property() {
		String name = this.reader.take("{") ? this.reader.until("}", "Unicode property not found")
				: Character.toString(this.reader.next());
		boolean negated = name.startsWith("^");
		IntPredicate members = CharClasses.ofProperty(negated ? name.substring(1) : name);
		if (members == null) {
			throw this.reader.error("Unicode property not found");
		}
		return negated ? members.negate() : members;
	}

	/**
	 * The class whose opening bracket was just read.
	 */
	IntPredicate charClass(boolean ignoreCase) {
		if (++this.depth > DEPTH_LIMIT) {
			throw this.reader.error("nested too deeply");
		}
		boolean negated = this.reader.take("^");
		List<IntPredicate> intersected = new ArrayList<>();
		List<IntPredicate> items = new ArrayList<>();
		boolean first = true;
		while (first || !this.reader.take("]")) {
			first = false;
			if (this.reader.take("&&")) {
				intersected.add(anyOf(items));
				items.clear();
			}
			else if (this.reader.isNext("--") || this.reader.isNext("~~")) {
				throw this.reader.error("class difference is not supported");
			}
			else {
				items.add(item());
			}
		}
		this.depth--;
		intersected.add(anyOf(items));
		IntPredicate[] all = intersected.toArray(IntPredicate[]::new);
		IntPredicate members = (c) -> {
			for (IntPredicate each : all) {
				if (!each.test(c)) {
					return false;
				}
			}
			return true;
		};
		IntPredicate folded = ignoreCase ? CharClasses.ignoringCase(members) : members;
		return negated ? folded.negate() : folded;
	}

	private static IntPredicate anyOf(List<IntPredicate> items) {
		IntPredicate[] any = items.toArray(IntPredicate[]::new);
		return (c) -> {
			for (IntPredicate each : any) {
				if (each.test(c)) {
					return true;
				}
			}
			return false;
		};
	}

	private IntPredicate item() {
		if (this.reader.take("[:")) {
			return ascii(this.reader.until(":]", "unclosed character class"));
		}
		int c = this.reader.next();
		if (c == '[') {
			return charClass(false);
		}
		int from = c;
		if (c == '\\') {
			c = this.reader.next();
			if ("dDwWsSpP".indexOf(c) >= 0) {
				return escaped(c);
			}
			from = literal(c);
		}
		int low = from;
		if (!this.reader.isNext("-") || this.reader.isNext("-]") || this.reader.isNext("--")) {
			return (other) -> other == low;
		}
		this.reader.expect("-", "range");
		int to = this.reader.next();
		int high = (to == '\\') ? literal(this.reader.next()) : to;
		if (high < low) {
			throw this.reader.error("invalid character class range");
		}
		return (other) -> other >= low && other <= high;
	}

	private IntPredicate ascii(String name) {
		boolean negated = name.startsWith("^");
		IntPredicate members = CharClasses.ofAsciiName(negated ? name.substring(1) : name);
		if (members == null) {
			throw this.reader.error("unknown character class");
		}
		return negated ? members.negate() : members;
	}

}
