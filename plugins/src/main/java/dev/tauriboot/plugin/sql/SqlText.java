package dev.tauriboot.plugin.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text of SQL as a driver takes it: {@code $1}, {@code $2} and so on, which pages use,
 * are rewritten outside literals, quoted names and comments.
 */
final class SqlText {

	private static final Set<String> TRANSACTION_WORDS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK",
			"SAVEPOINT", "RELEASE", "ABORT");

	private static final int MAX_PLACEHOLDER = 65535;

	private final String text;

	private final Dialect dialect;

	private final StringBuilder sql;

	private final List<Integer> order = new ArrayList<>();

	private int position;

	private int highest;

	private boolean placeholders;

	private int statements;

	private boolean inStatement;

	private boolean transaction;

	private SqlText(String text, Dialect dialect) {
		this.text = text;
		this.dialect = dialect;
		this.sql = new StringBuilder(text.length() + 8);
	}

	static SqlText of(String text, Dialect dialect) {
		SqlText sql = new SqlText(text, dialect);
		sql.scan();
		return sql;
	}

	/**
	 * The text for the driver.
	 */
	String sql() {
		return this.sql.toString();
	}

	/**
	 * Which value, counted from 1, belongs to each placeholder of the text for the
	 * driver. Empty where the driver numbers placeholders itself.
	 */
	List<Integer> order() {
		return this.order;
	}

	/**
	 * How many values are needed, as far as the text alone tells.
	 */
	int values() {
		return this.highest;
	}

	boolean hasPlaceholders() {
		return this.placeholders;
	}

	boolean isSeveral() {
		return this.statements > 1;
	}

	/**
	 * Whether one of the statements begins or ends a transaction.
	 */
	boolean isTransaction() {
		return this.transaction;
	}

	private void scan() {
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position);
			if (c == ';') {
				this.inStatement = false;
				copy(1);
			}
			else if (Character.isWhitespace(c)) {
				copy(1);
			}
			else if (!comment(c)) {
				if (!this.inStatement) {
					begin();
				}
				token(c);
			}
		}
	}

	private void begin() {
		this.inStatement = true;
		this.statements++;
		int end = this.position;
		while (end < this.text.length() && Character.isLetter(this.text.charAt(end))) {
			end++;
		}
		String word = this.text.substring(this.position, end).toUpperCase(Locale.ROOT);
		this.transaction |= TRANSACTION_WORDS.contains(word);
	}

	private void copy(int count) {
		int end = Math.min(this.text.length(), this.position + count);
		this.sql.append(this.text, this.position, end);
		this.position = end;
	}

	private boolean comment(char c) {
		boolean line = (c == '-' && peek(1) == '-' && (this.dialect != Dialect.MYSQL || !isPart(peek(2))))
				|| (c == '#' && this.dialect == Dialect.MYSQL);
		if (line) {
			int end = this.text.indexOf('\n', this.position);
			copy(((end >= 0) ? end : this.text.length()) - this.position);
			return true;
		}
		if (c != '/' || peek(1) != '*') {
			return false;
		}
		int depth = 0;
		int at = this.position;
		do {
			if (this.text.startsWith("/*", at) && (depth == 0 || this.dialect.nestsComments())) {
				depth++;
				at += 2;
			}
			else if (this.text.startsWith("*/", at)) {
				depth--;
				at += 2;
			}
			else {
				at++;
			}
		}
		while (depth > 0 && at < this.text.length());
		copy(at - this.position);
		return true;
	}

	private char peek(int offset) {
		int at = this.position + offset;
		return (at >= 0 && at < this.text.length()) ? this.text.charAt(at) : 0;
	}

	private static boolean isPart(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

	private void token(char c) {
		switch (c) {
			case '\'' -> quoted('\'', hasEscapes());
			case '"' -> quoted('"', this.dialect == Dialect.MYSQL);
			case '`' -> quoted('`', false);
			case '[' -> bracket();
			case '$' -> dollar();
			case '?' -> question();
			case ':', '@' -> {
				this.placeholders |= this.dialect == Dialect.SQLITE && isPart(peek(1));
				copy(1);
			}
			default -> word();
		}
	}

	private boolean hasEscapes() {
		char before = peek(-1);
		return this.dialect == Dialect.MYSQL
				|| (this.dialect == Dialect.POSTGRES && (before == 'e' || before == 'E') && !isPart(peek(-2)));
	}

	// A doubled quote ends one literal and begins the next, which comes to the same.
	private void quoted(char quote, boolean escapes) {
		int at = this.position + 1;
		while (at < this.text.length() && this.text.charAt(at) != quote) {
			at += (escapes && this.text.charAt(at) == '\\') ? 2 : 1;
		}
		copy(at + 1 - this.position);
	}

	private void bracket() {
		int end = (this.dialect == Dialect.SQLITE) ? this.text.indexOf(']', this.position) : -1;
		copy((end >= 0) ? end + 1 - this.position : 1);
	}

	private void dollar() {
		int end = this.position + 1;
		while (end < this.text.length() && isPart(this.text.charAt(end))) {
			end++;
		}
		boolean number = Character.isDigit(peek(1)) && this.dialect != Dialect.MYSQL;
		if (!number && end < this.text.length() && this.text.charAt(end) == '$' && this.dialect.nestsComments()) {
			String tag = this.text.substring(this.position, end + 1);
			int close = this.text.indexOf(tag, end + 1);
			copy(((close >= 0) ? close + tag.length() : this.text.length()) - this.position);
			return;
		}
		int value = number ? number(this.text.substring(this.position + 1, end)) : 0;
		if (value == 0) {
			this.placeholders |= this.dialect == Dialect.SQLITE && isPart(peek(1));
			copy(end - this.position);
			return;
		}
		this.placeholders = true;
		this.highest = Math.max(this.highest, value);
		this.position = end;
		if (this.dialect.numbersPlaceholders()) {
			this.sql.append('?').append(value);
		}
		else {
			this.sql.append('?');
			this.order.add(value);
		}
	}

	private static int number(String digits) {
		if (digits.length() > 5 || !digits.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return 0;
		}
		int value = Integer.parseInt(digits);
		return (value <= MAX_PLACEHOLDER) ? value : 0;
	}

	private void question() {
		if (this.dialect == Dialect.POSTGRES) {
			// there it is an operator, which the driver wants doubled
			this.sql.append('?');
		}
		else {
			this.placeholders = true;
			if (!this.dialect.numbersPlaceholders()) {
				this.highest++;
				this.order.add(this.highest);
			}
		}
		copy(1);
	}

	private void word() {
		int end = this.position + 1;
		if (isPart(this.text.charAt(this.position))) {
			// a dollar sign within a name is part of it
			while (end < this.text.length() && (isPart(this.text.charAt(end)) || this.text.charAt(end) == '$')) {
				end++;
			}
		}
		copy(end - this.position);
	}

}
