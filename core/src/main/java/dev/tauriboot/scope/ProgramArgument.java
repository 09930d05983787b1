package dev.tauriboot.scope;

import java.util.Map;

import dev.tauriboot.match.LinearRegex;
import org.jspecify.annotations.Nullable;

/**
 * What an argument of a program must be: a fixed text, or one that fits an expression.
 *
 * @param fixed the fixed text, or {@code null} if there is a validator
 * @param validator the expression, or {@code null} if the text is fixed
 * @param raw whether the expression is searched, rather than to match as a whole
 */
record ProgramArgument(@Nullable String fixed, @Nullable LinearRegex validator, boolean raw) {

	private static final int LIMIT = 32_768;

	static ProgramArgument of(@Nullable Object data) {
		if (data instanceof String text) {
			return new ProgramArgument(text, null, false);
		}
		Map<?, ?> entry = ScopeData.map(data, "a text or {validator, raw} in `args`");
		String validator = ScopeData.optionalText(entry, "validator");
		if (validator == null) {
			throw new IllegalArgumentException("missing field `validator`");
		}
		return new ProgramArgument(null, LinearRegex.of(validator), ScopeData.flag(entry, "raw"));
	}

	String fit(int position, @Nullable String passed) {
		if (this.validator == null) {
			return (this.fixed != null) ? this.fixed : "";
		}
		String shown = this.raw ? this.validator.toString() : "^" + this.validator + "$";
		if (passed == null) {
			throw new ScopeException(
					"Scoped command argument at position %d must match regex validation %s but it was not found"
						.formatted(position, shown));
		}
		boolean fits = passed.length() <= LIMIT
				&& (this.raw ? this.validator.find(passed) : this.validator.matches(passed));
		if (!fits) {
			throw failed(position, shown);
		}
		return passed;
	}

	static ScopeException failed(int position, String shown) {
		return new ScopeException("Scoped command argument at position %d was found, but failed regex validation %s"
			.formatted(position, shown));
	}

}
