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

	private final RegexReader reader;

	private final RegexClassParser classes;

	private int depth;

	private boolean ignoreCase;

	private boolean multiline;

	private boolean dotAll;

	RegexParser(String text) {
		this.reader = new RegexReader(text);
		this.classes = new RegexClassParser(this.reader);
	}

	RegexNode parse() {
		RegexNode node = choice();
		if (this.reader.hasNext()) {
			throw this.reader.error("unopened group");
		}
		return node;
	}

	private RegexNode choice() {
		if (++this.depth > DEPTH_LIMIT) {
			throw this.reader.error("nested too deeply");
		}
		List<RegexNode> branches = new ArrayList<>();
		do {
			branches.add(sequence());
		}
		while (this.reader.take("|"));
		this.depth--;
		return (branches.size() == 1) ? branches.get(0) : new Choice(branches);
	}

	private RegexNode sequence() {
		List<RegexNode> parts = new ArrayList<>();
		while (this.reader.hasNext() && this.reader.peek() != '|' && this.reader.peek() != ')') {
			RegexNode part = part();
			for (int i = 0; part != null && this.reader.hasNext() && "*+?{".indexOf(this.reader.peek()) >= 0; i++) {
				if (i > DEPTH_LIMIT) {
					throw this.reader.error("nested too deeply");
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
		int c = this.reader.next();
		return switch (c) {
			case '(' -> group();
			case '[' -> one(this.classes.charClass(this.ignoreCase));
			case '.' -> this.dotAll ? new One(CharClasses.ANY) : one((any) -> any != '\n');
			case '^' -> new Place(this.multiline ? PlaceKind.LINE_START : PlaceKind.START);
			case '$' -> new Place(this.multiline ? PlaceKind.LINE_END : PlaceKind.END);
			case '\\' -> escape();
			case '*', '+', '?', '{' -> throw this.reader.error("repetition operator missing expression");
			default -> one((other) -> other == c);
		};
	}

	private RegexNode repeated(RegexNode part) {
		int least = 0;
		int most = -1;
		switch (this.reader.next()) {
			case '+' -> least = 1;
			case '?' -> most = 1;
			case '{' -> {
				least = number();
				most = this.reader.take(",") ? ((this.reader.hasNext() && this.reader.peek() == '}') ? -1 : number())
						: least;
				this.reader.expect("}", "unclosed counted repetition");
				if (most >= 0 && most < least) {
					throw this.reader.error("invalid repetition count range");
				}
			}
			default -> {
				// A star, as the values are.
			}
		}
		// Lazy or greedy makes no difference to whether something matches.
		this.reader.take("?");
		return new Repeat(part, least, most);
	}

	private int number() {
		int value = -1;
		while (this.reader.hasNext() && this.reader.peek() >= '0' && this.reader.peek() <= '9') {
			value = Math.max(value, 0) * 10 + (this.reader.next() - '0');
			if (value > COUNT_LIMIT) {
				throw this.reader.error("repetition count above " + COUNT_LIMIT);
			}
		}
		if (value < 0) {
			throw this.reader.error("repetition quantifier expects a valid decimal");
		}
		return value;
	}

	private @Nullable RegexNode group() {
		boolean outerCase = this.ignoreCase;
		boolean outerLines = this.multiline;
		boolean outerDot = this.dotAll;
		if (this.reader.take("?")) {
			if (this.reader.take(NO_DOT)) {
				return new Place((before, after) -> after != '.');
			}
			boolean behind = this.reader.isNext("<=") || this.reader.isNext("<!");
			if (this.reader.take("P<") || (!behind && this.reader.take("<"))) {
				this.reader.until(">", "unclosed capture group name");
			}
			else if (flags()) {
				return null;
			}
		}
		RegexNode node = choice();
		this.reader.expect(")", "unclosed group");
		this.ignoreCase = outerCase;
		this.multiline = outerLines;
		this.dotAll = outerDot;
		return node;
	}

	// Whether the flags are for the rest of the group they stand in.
	private boolean flags() {
		boolean value = true;
		while (true) {
			int c = this.reader.next();
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
				case '=', '!', '<' -> throw this.reader.error("look-around is not supported");
				default -> throw this.reader.error("flag is not supported");
			}
		}
	}

	private RegexNode escape() {
		int c = this.reader.next();
		PlaceKind place = switch (c) {
			case 'A' -> PlaceKind.START;
			case 'z' -> PlaceKind.END;
			case 'b' -> PlaceKind.WORD_BOUNDARY;
			case 'B' -> PlaceKind.NO_WORD_BOUNDARY;
			default -> null;
		};
		if (place == null) {
			return one(this.classes.escaped(c));
		}
		if (this.reader.hasNext() && c == 'b' && this.reader.peek() == '{') {
			throw this.reader.error("special word boundary is not supported");
		}
		return new Place(place);
	}

	private RegexNode one(IntPredicate members) {
		return new One(this.ignoreCase ? CharClasses.ignoringCase(members) : members);
	}

}
