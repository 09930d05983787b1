package dev.tauriboot.javafx;

import java.util.HashMap;
import java.util.Map;

/**
 * How long a call may hold the JavaFX thread for its answer: a fraction of a frame for
 * commands that have lately answered in that time, no time for those that have not. Some
 * misses in a row are forgiven, as the first calls of a cold JVM are slow; then a command
 * is tried again now and then, ever more rarely.
 */
final class Patience {

	private static final long NANOS = 250_000;

	private static final int FORGIVEN = 16;

	private static final int MAX_COMMANDS = 1024;

	// Pages can make up names of any length.
	private static final int MAX_CHARS = 256;

	private static final int MAX_DOUBLINGS = 8;

	private final Map<String, Record> commands = new HashMap<>();

	long nanosFor(String command) {
		Record record = this.commands.get(command);
		if (record == null || record.skips == 0) {
			return NANOS;
		}
		record.skips--;
		return 0;
	}

	void learn(String command, boolean inTime) {
		Record record = this.commands.get(command);
		if (record == null) {
			if (inTime || this.commands.size() >= MAX_COMMANDS || command.length() > MAX_CHARS) {
				return;
			}
			record = new Record();
			this.commands.put(command, record);
		}
		record.misses = inTime ? 0 : record.misses + 1;
		if (record.misses > FORGIVEN) {
			record.skips = 1 << Math.min(MAX_DOUBLINGS, record.misses - FORGIVEN);
		}
	}

	private static final class Record {

		private int misses;

		private int skips;

	}

}
