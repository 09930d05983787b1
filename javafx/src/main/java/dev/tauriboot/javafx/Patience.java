package dev.tauriboot.javafx;

import java.util.HashMap;
import java.util.Map;

/**
 * How long a call may hold the JavaFX thread for its answer: a fraction of a frame for
 * commands that have lately answered in that time, no time for all others. A command that
 * missed is tried again now and then, ever more rarely.
 */
final class Patience {

	private static final long NANOS = 250_000;

	/** A longer body takes longer to read alone than a call may wait. */
	private static final int MAX_BODY = 64 * 1024;

	private static final int MAX_COMMANDS = 1024;

	private static final int MAX_PENALTY = 64;

	private final Map<String, int[]> commands = new HashMap<>();

	long nanosFor(String command, int bodyLength) {
		if (bodyLength > MAX_BODY) {
			return 0;
		}
		int[] state = this.commands.get(command);
		if (state == null) {
			return NANOS;
		}
		if (state[0] > 0) {
			state[0]--;
			return 0;
		}
		return NANOS;
	}

	void learn(String command, boolean inTime) {
		int[] state = this.commands.get(command);
		if (state == null) {
			if (this.commands.size() >= MAX_COMMANDS) {
				return;
			}
			state = new int[] { 0, 1 };
			this.commands.put(command, state);
		}
		if (inTime) {
			state[1] = 1;
		}
		else {
			// skip this many calls, and twice as many after the next miss
			state[0] = state[1];
			state[1] = Math.min(MAX_PENALTY, state[1] * 2);
		}
	}

}
