package dev.tauriboot.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import dev.tauriboot.match.RegexNode.Choice;
import dev.tauriboot.match.RegexNode.One;
import dev.tauriboot.match.RegexNode.Place;
import dev.tauriboot.match.RegexNode.PlaceKind;
import dev.tauriboot.match.RegexNode.Repeat;
import dev.tauriboot.match.RegexNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression. What is not known is an error: an expression never means less than
 * it says.
 */
final class RegexParser {

	private static final int DEPTH_LIMIT = 100;

	private static final int COUNT_LIMIT = 1000;

	private static final String NO_DOT = "!\\.)";

	private final String text;

	private int position;

	private int depth;

	private boolean ignoreCase;

	private boolean multiline;

	private boolean dotAll;

	RegexParser(String text) {
		this.text = text;
	}

	RegexNode parse() {
		RegexNode node = choice();
		if (this.position < this.text.length()) {
			throw error("unopened group");
		}
		return node;
	}

	private RegexNode choice() {
		if (++this.depth > DEPTH_LIMIT) {
			throw error("nested too deeply");
		}
		List<RegexNode> branches = new ArrayList<>();
		do {
			branches.add(sequence());
		}
		while (take('|'));
		this.depth--;
		return (branches.size() == 1) ? branches.get(0) : new Choice(branches);
	}

	private RegexNode sequence() {
		List<RegexNode> parts = new ArrayList<>();
		while (this.position < this.text.length() && peek() != '|' && peek() != ')') {
			RegexNode part = part();
			for (int i = 0; part != null && this.position < this.text.length() && "*+?{".indexOf(peek()) >= 0; i++) {
				if (i > DEPTH_LIMIT) {
					throw error("nested too deeply");
				}
				part = repeated(part);
			}
			if (part != null) {
				parts.add(part);
			}
		}
		return (parts.size() == 1) ? parts.get(0) : new Sequence(parts);
	}

	private @Nullable RegexNode part() {
		int c = next();
		return switch (c) {
			case '(' -> group();
			case '[' -> one(charClass());
			case '.' -> this.dotAll ? new One(CharClasses.ANY) : one((any) -> any != '\n');
			case '^' -> new Place(this.multiline ? PlaceKind.LINE_START : PlaceKind.START);
			case '$' -> new Place(this.multiline ? PlaceKind.LINE_END : PlaceKind.END);
			case '\\' -> escape();
			case '*', '+', '?', '{' -> throw error("repetition operator missing expression");
			default -> one((other) -> other == c);
		};
	}

	private RegexNode repeated(RegexNode part) {
		int least = 0;
		int most = -1;
		switch (next()) {
			case '+' -> least = 1;
			case '?' -> most = 1;
			case '{' -> {
				least = number();
				most = take(',') ? ((this.position < this.text.length() && peek() == '}') ? -1 : number()) : least;
				expect('}', "unclosed counted repetition");
				if (most >= 0 && most < least) {
					throw error("invalid repetition count range");
				}
			}
			default -> {
				// A star, as the values are.
			}
		}
		// Lazy or greedy makes no difference to whether something matches.
		take('?');
		return new Repeat(part, least, most);
	}

	private int number() {
		int start = this.position;
		int value = 0;
		while (this.position < this.text.length() && peek() >= '0' && peek() <= '9') {
			value = value * 10 + (next() - '0');
			if (value > COUNT_LIMIT) {
				throw error("repetition count above " + COUNT_LIMIT);
			}
		}
		if (this.position == start) {
			throw error("repetition quantifier expects a valid decimal");
		}
		return value;
	}

	private @Nullable RegexNode group() {
		boolean outerCase = this.ignoreCase;
		boolean outerLines = this.multiline;
		boolean outerDot = this.dotAll;
		if (take('?')) {
			if (this.text.startsWith(NO_DOT, this.position)) {
				this.position += NO_DOT.length();
				return new Place((before, after) -> after != '.');
			}
			if (this.text.startsWith("P<", this.position) || (this.text.startsWith("<", this.position)
					&& !this.text.startsWith("<=", this.position) && !this.text.startsWith("<!", this.position))) {
				int end = this.text.indexOf('>', this.position);
				if (end < 0) {
					throw error("unclosed capture group name");
				}
				this.position = end + 1;
			}
			else if (flags()) {
				return null;
			}
		}
		RegexNode node = choice();
		expect(')', "unclosed group");
		this.ignoreCase = outerCase;
		this.multiline = outerLines;
		this.dotAll = outerDot;
		return node;
	}

	// Whether the flags are for the rest of the group they stand in.
	private boolean flags() {
		boolean value = true;
		while (true) {
			int c = next();
			switch (c) {
				case '-' -> value = false;
				case 'i' -> this.ignoreCase = value;
				case 'm' -> this.multiline = value;
				case 's' -> this.dotAll = value;
				case ':' -> {
					return false;
				}
				case ')' -> {
					return true;
				}
				case '=', '!', '<' -> throw error("look-around is not supported");
				default -> throw error("flag is not supported");
			}
		}
	}

	private RegexNode escape() {
		int c = next();
		PlaceKind place = switch (c) {
			case 'A' -> PlaceKind.START;
			case 'z' -> PlaceKind.END;
			case 'b' -> PlaceKind.WORD_BOUNDARY;
			case 'B' -> PlaceKind.NO_WORD_BOUNDARY;
			default -> null;
		};
		if (place == null) {
			return one(escaped(c));
		}
		if (this.position < this.text.length() && c == 'b' && peek() == '{') {
			throw error("special word boundary is not supported");
		}
		return new Place(place);
	}

	private IntPredicate escaped(int c) {
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
					throw error("backreferences are not supported");
				}
				if (c >= 128 || Character.isLetterOrDigit(c) || c == '<' || c == '>') {
					throw error("unrecognized escape sequence");
				}
				yield c;
			}
		};
	}

	private int hex(int digits) {
		int end = this.position + digits;
		int start = this.position;
		boolean braces = take('{');
		if (braces) {
			start = this.position;
			end = this.text.indexOf('}', start);
		}
		try {
			int value = Integer.parseInt(this.text, start, end, 16);
			if (Character.isValidCodePoint(value)) {
				this.position = end + (braces ? 1 : 0);
				return value;
			}
		}
		catch (IndexOutOfBoundsException | NumberFormatException ex) {
			// Told below.
		}
		throw error("invalid hexadecimal escape");
	}

	private IntPredicate property() {
		String name = Character.toString(next());
		if (name.equals("{")) {
			int end = this.text.indexOf('}', this.position);
			name = (end < 0) ? "" : this.text.substring(this.position, end);
			this.position = (end < 0) ? this.position : end + 1;
		}
		boolean negated = name.startsWith("^");
		IntPredicate members = CharClasses.ofProperty(negated ? name.substring(1) : name);
		if (members == null) {
			throw error("Unicode property not found");
		}
		return negated ? members.negate() : members;
	}

	private IntPredicate charClass() {
		if (++this.depth > DEPTH_LIMIT) {
			throw error("nested too deeply");
		}
		boolean negated = take('^');
		List<IntPredicate> intersected = new ArrayList<>();
		List<IntPredicate> items = new ArrayList<>();
		boolean first = true;
		while (first || !take(']')) {
			first = false;
			if (this.text.startsWith("&&", this.position)) {
				this.position += 2;
				intersected.add(anyOf(items));
				items.clear();
			}
			else if (this.text.startsWith("--", this.position) || this.text.startsWith("~~", this.position)) {
				throw error("class difference is not supported");
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
		IntPredicate folded = this.ignoreCase ? CharClasses.ignoringCase(members) : members;
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
		int c = next();
		if (c == '[') {
			int end = this.text.startsWith(":", this.position) ? this.text.indexOf(":]", this.position) : -1;
			return (end > 0) ? ascii(end) : charClass();
		}
		int from = c;
		if (c == '\\') {
			c = next();
			if ("dDwWsSpP".indexOf(c) >= 0) {
				return escaped(c);
			}
			from = literal(c);
		}
		int low = from;
		if (!this.text.startsWith("-", this.position) || this.text.startsWith("-]", this.position)
				|| this.text.startsWith("--", this.position)) {
			return (other) -> other == low;
		}
		this.position++;
		int to = next();
		int high = (to == '\\') ? literal(next()) : to;
		if (high < low) {
			throw error("invalid character class range");
		}
		return (other) -> other >= low && other <= high;
	}

	private IntPredicate ascii(int end) {
		String name = this.text.substring(this.position + 1, end);
		boolean negated = name.startsWith("^");
		IntPredicate members = CharClasses.ofAsciiName(negated ? name.substring(1) : name);
		if (members == null) {
			throw error("unknown character class");
		}
		this.position = end + 2;
		return negated ? members.negate() : members;
	}

	private RegexNode one(IntPredicate members) {
		return new One(this.ignoreCase ? CharClasses.ignoringCase(members) : members);
	}

	private int peek() {
		return this.text.codePointAt(this.position);
	}

	private int next() {
		if (this.position >= this.text.length()) {
			throw error("unexpected end");
		}
		int c = peek();
		this.position += Character.charCount(c);
		return c;
	}

	private boolean take(char c) {
		boolean there = this.position < this.text.length() && this.text.charAt(this.position) == c;
		this.position += there ? 1 : 0;
		return there;
	}

	private void expect(char c, String otherwise) {
		if (!take(c)) {
			throw error(otherwise);
		}
	}

	private IllegalArgumentException error(String what) {
		return new IllegalArgumentException(
				"regex parse error near position " + this.position + ": " + what + ": " + this.text);
	}

}
