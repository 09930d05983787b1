package dev.tauriboot.isolation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The shape in which a hook gets a message (v1-compat 5.4). It is a property of the
 * isolation application, so that no page can choose the shape that the hook does not
 * check.
 *
 * @since 0.1.0
 */
public enum HookDialect {

	/** The message as it is: {@code cmd}, {@code payload} and {@code options}. */
	V2,

	/**
	 * Calls have {@code cmd === 'invoke'} and their command in {@code message}, emitted
	 * events have {@code cmd === 'emit'} and their name in {@code event}.
	 */
	INVOKE;

	private static final Pattern INVOKE_SIGNAL = compared("invoke");

	private static final Pattern EMIT_SIGNAL = compared("emit");

	private static final Pattern EVENT_SIGNAL = Pattern.compile("\\.event\\b|\\bevent\\s*[,}]");

	private static final Pattern MODULE_SIGNAL = Pattern.compile(compared("tauri").pattern() + "|\\b__tauriModule\\b");

	private static final Pattern PLUGIN_SIGNAL = Pattern.compile("[\"'`]plugin:");

	private static Pattern compared(String literal) {
		String quoted = "[\"'`]" + literal + "[\"'`]";
		return Pattern.compile("[=!]==?\\s*" + quoted + "|" + quoted + "\\s*[=!]==?|\\bcase\\s*" + quoted);
	}

	/**
	 * Tell the dialect from a hook's code.
	 * @param code the code of the isolation application without comments
	 * @return the dialects in which it is to see every message, one after the other;
	 * empty if it is written for messages that no supported dialect has
	 */
	static List<HookDialect> detect(String code) {
		boolean invoke = INVOKE_SIGNAL.matcher(code).find()
				|| (EMIT_SIGNAL.matcher(code).find() && EVENT_SIGNAL.matcher(code).find());
		boolean plugin = PLUGIN_SIGNAL.matcher(code).find();
		if (invoke) {
			return plugin ? List.of(V2, INVOKE) : List.of(INVOKE);
		}
		return (MODULE_SIGNAL.matcher(code).find() && !plugin) ? List.of() : List.of(V2);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
