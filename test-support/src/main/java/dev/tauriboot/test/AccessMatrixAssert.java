package dev.tauriboot.test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tauriboot.authority.AccessDecision;
import org.assertj.core.api.AbstractObjectAssert;

/**
 * AssertJ assertions on who may call what.
 *
 * @since 0.1.0
 */
public final class AccessMatrixAssert extends AbstractObjectAssert<AccessMatrixAssert, AccessMatrix> {

	AccessMatrixAssert(AccessMatrix actual) {
		super(actual, AccessMatrixAssert.class);
	}

	/**
	 * These calls are granted and no others.
	 * @param calls a line for each call: window, origin and command with blanks between;
	 * a command may end in {@code *} for all that begin like that, and blank lines do not
	 * count
	 * @return this
	 */
	public AccessMatrixAssert grantsExactly(String calls) {
		isNotNull();
		Set<String> expected = lines(calls);
		Set<String> unused = new TreeSet<>(expected);
		Set<String> tooMany = new TreeSet<>();
		Set<String> missing = new TreeSet<>();
		for (Map.Entry<String, AccessDecision> decision : this.actual.decisions().entrySet()) {
			Set<String> matching = matching(expected, decision.getKey());
			unused.removeAll(matching);
			if (decision.getValue().isGranted() && matching.isEmpty()) {
				tooMany.add(decision.getKey());
			}
			else if (!decision.getValue().isGranted() && !matching.isEmpty()) {
				missing.add(decision.getKey());
			}
		}
		if (!tooMany.isEmpty() || !missing.isEmpty() || !unused.isEmpty()) {
			failWithMessage("Expected other calls to be granted.%s%s%s", listed("Granted, but not expected:", tooMany),
					listed("Expected, but denied:", missing),
					listed("Expected, but not a call of this matrix:", unused));
		}
		return this;
	}

	/**
	 * No call at all is granted.
	 * @return this
	 */
	public AccessMatrixAssert grantsNothing() {
		return grantsExactly("");
	}

	/**
	 * A call is granted, whatever becomes of the others.
	 * @param window the window's label
	 * @param origin the page's URL, {@value AccessMatrix#LOCAL} for one of the
	 * application's own
	 * @param command the command's full name
	 * @return this
	 */
	public AccessMatrixAssert grants(String window, String origin, String command) {
		AccessDecision decision = decision(window, origin, command);
		if (decision instanceof AccessDecision.Denied denied) {
			failWithMessage("Expected %s to be granted to %s pages in window '%s', but: %s", command, origin, window,
					denied.explanation());
		}
		return this;
	}

	/**
	 * A call is denied, whatever becomes of the others.
	 * @param window the window's label
	 * @param origin the page's URL, {@value AccessMatrix#LOCAL} for one of the
	 * application's own
	 * @param command the command's full name
	 * @return this
	 */
	public AccessMatrixAssert denies(String window, String origin, String command) {
		if (decision(window, origin, command) instanceof AccessDecision.Granted granted) {
			failWithMessage("Expected %s to be denied to %s pages in window '%s', but it is granted by %s", command,
					origin, window, granted.grants());
		}
		return this;
	}

	private AccessDecision decision(String window, String origin, String command) {
		isNotNull();
		return this.actual.windows(window).origins(origin).commands(command).decisions().values().iterator().next();
	}

	private static Set<String> lines(String calls) {
		Set<String> lines = new TreeSet<>();
		calls.lines().map((line) -> line.trim().replaceAll("\\s+", " ")).forEach(lines::add);
		lines.remove("");
		return lines;
	}

	private static Set<String> matching(Set<String> expected, String call) {
		Set<String> matching = new TreeSet<>();
		for (String line : expected) {
			if (line.endsWith("*") ? call.startsWith(line.substring(0, line.length() - 1)) : call.equals(line)) {
				matching.add(line);
			}
		}
		return matching;
	}

	private static String listed(String title, Set<String> calls) {
		return calls.isEmpty() ? "" : "\n" + title + "\n  " + String.join("\n  ", calls);
	}

}
