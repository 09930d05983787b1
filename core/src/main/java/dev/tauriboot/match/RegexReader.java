package dev.tauriboot.match;

/**
 * Reads the text of an expression from left to right.
 */
final class RegexReader {

	private final String text;

	private int position;

	RegexReader(String text) {
		this.text = text;
	}

	boolean hasNext() {
		return this.position < this.text.length();
	}

	boolean isNext(String expected) {
		return this.text.startsWith(expected, this.position);
	}

	boolean take(String expected) {
		boolean there = isNext(expected);
		this.position += there ? expected.length() : 0;
		return there;
	}

	/**
	 * What comes before a sign, and go on behind the sign.
	 */
	String until(String sign, String otherwise) {
		int end = this.text.indexOf(sign, this.position);
		if (end < 0) {
			throw error(otherwise);
		}
		String before = this.text.substring(this.position, end);
		this.position = end + sign.length();
		return before;
	}

	String exactly(int length, String otherwise) {
		if (this.position + length > this.text.length()) {
			throw error(otherwise);
		}
		this.position += length;
		return this.text.substring(this.position - length, this.position);
	}

	int peek() {
		return this.text.codePointAt(this.position);
	}

	int next() {
		if (this.position >= this.text.length()) {
			throw error("unexpected end");
		}
		int c = peek();
		this.position += Character.charCount(c);
		return c;
	}

	void expect(String expected, String otherwise) {
		if (!take(expected)) {
			throw error(otherwise);
		}
	}

	IllegalArgumentException error(String what) {
		return new IllegalArgumentException(
				"regex parse error near position " + this.position + ": " + what + ": " + this.text);
	}

}
