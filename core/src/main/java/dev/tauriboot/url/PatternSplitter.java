package dev.tauriboot.url;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.match.LinearRegex;
import dev.tauriboot.url.PatternToken.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Splits a pattern like a URL into the patterns of its parts, by the constructor string
 * algorithm of the URLPattern standard.
 */
final class PatternSplitter {

	private final String pattern;

	private final List<PatternToken> tokens;

	private final Map<State, String> parts = new EnumMap<>(State.class);

	private State state = State.INIT;

	private int start;

	private int index;

	private int step;

	private int groupDepth;

	private int bracketDepth;

	private PatternSplitter(String pattern) {
		this.pattern = pattern;
		this.tokens = PatternToken.split(pattern, true);
	}

	/**
	 * The patterns of the parts that are given.
	 */
	static Map<State, String> split(String pattern) {
		PatternSplitter splitter = new PatternSplitter(pattern);
		splitter.run();
		return splitter.parts;
	}

	private void run() {
		for (; this.index < this.tokens.size() && this.state != State.DONE; this.index += this.step) {
			this.step = 1;
			Kind kind = this.tokens.get(this.index).kind();
			if (kind == Kind.END) {
				end();
			}
			else if (kind == Kind.OPEN) {
				this.groupDepth++;
			}
			else if (this.groupDepth > 0 && kind != Kind.CLOSE) {
				continue;
			}
			else {
				this.groupDepth -= (this.groupDepth > 0) ? 1 : 0;
				advance();
			}
		}
		if (this.parts.containsKey(State.HOSTNAME)) {
			this.parts.putIfAbsent(State.PORT, "");
		}
	}

	private void end() {
		if (this.state == State.INIT) {
			throw new IllegalArgumentException("it must begin with a protocol, such as https://");
		}
		if (this.state == State.AUTHORITY) {
			rewind(State.HOSTNAME);
			return;
		}
		change(State.DONE, 0);
	}

	private void advance() {
		switch (this.state) {
			case INIT -> {
				if (is(":")) {
					rewind(State.PROTOCOL);
				}
			}
			case PROTOCOL -> {
				if (is(":")) {
					afterProtocol();
				}
			}
			case AUTHORITY -> {
				if (is("@")) {
					rewind(State.USERNAME);
				}
				else if (is("/") || isSearch() || is("#")) {
					rewind(State.HOSTNAME);
				}
			}
			case USERNAME -> {
				if (is(":")) {
					change(State.PASSWORD, 1);
				}
				else if (is("@")) {
					change(State.HOSTNAME, 1);
				}
			}
			case PASSWORD -> {
				if (is("@")) {
					change(State.HOSTNAME, 1);
				}
			}
			case HOSTNAME -> {
				this.bracketDepth += is("[") ? 1 : (is("]") ? -1 : 0);
				if (is(":") && this.bracketDepth == 0) {
					change(State.PORT, 1);
				}
				else {
					afterAuthority();
				}
			}
			case PORT -> afterAuthority();
			case PATHNAME -> afterPath();
			case SEARCH -> {
				if (is("#")) {
					change(State.HASH, 1);
				}
			}
			default -> {
				// The fragment goes to the end.
			}
		}
	}

	private void afterProtocol() {
		String protocol = this.pattern.substring(this.tokens.get(this.start).index(),
				this.tokens.get(this.index).index());
		if (is("/", this.index + 1) && is("/", this.index + 2)) {
			change(State.AUTHORITY, 3);
		}
		else {
			LinearRegex regex = PatternCompiler.PROTOCOL.compile(protocol);
			boolean special = WebUrl.DEFAULT_PORTS.keySet().stream().anyMatch(regex::matches);
			change(special ? State.AUTHORITY : State.PATHNAME, 1);
		}
	}

	private void afterAuthority() {
		if (is("/")) {
			change(State.PATHNAME, 0);
		}
		else {
			afterPath();
		}
	}

	private void afterPath() {
		if (isSearch()) {
			change(State.SEARCH, 1);
		}
		else if (is("#")) {
			change(State.HASH, 1);
		}
	}

	private void change(State next, int skipped) {
		if (this.state != State.INIT && this.state != State.AUTHORITY) {
			this.parts.put(this.state,
					this.pattern.substring(this.tokens.get(this.start).index(), this.tokens.get(this.index).index()));
		}
		this.index += skipped;
		this.start = this.index;
		this.step = 0;
		this.state = next;
	}

	private void rewind(State next) {
		this.index = this.start;
		this.step = 0;
		this.state = next;
	}

	private boolean is(String sign) {
		return is(sign, this.index);
	}

	private boolean is(String sign, int at) {
		PatternToken token = at(at);
		return token != null && token.value().equals(sign)
				&& (token.kind() == Kind.CHARACTER || token.kind() == Kind.ESCAPED || token.kind() == Kind.INVALID);
	}

	// A question mark is the sign of something optional where there is something.
	private boolean isSearch() {
		if (is("?")) {
			return true;
		}
		PatternToken token = at(this.index);
		if (token == null || token.kind() != Kind.MODIFIER || !token.value().equals("?")) {
			return false;
		}
		PatternToken previous = at(this.index - 1);
		return previous == null || (previous.kind() != Kind.NAME && previous.kind() != Kind.REGEX
				&& previous.kind() != Kind.CLOSE && previous.kind() != Kind.ASTERISK);
	}

	private @Nullable PatternToken at(int at) {
		return (at >= 0 && at < this.tokens.size()) ? this.tokens.get(at) : null;
	}

	/**
	 * Parts of a URL, and what comes before and after them.
	 */
	enum State {

		INIT, AUTHORITY, PROTOCOL, USERNAME, PASSWORD, HOSTNAME, PORT, PATHNAME, SEARCH, HASH, DONE

	}

}
