package dev.tauriboot.plugin.shell;

import java.io.File;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended. One that somebody else killed has the code that the JVM reports,
 * which is 128 and the signal.
 *
 * @param code its exit code, {@code null} if the application killed it
 * @param signal the signal it was killed by, {@code null} if it ended by itself
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExitStatus(@Nullable Integer code, @Nullable Integer signal) {

	private static final int TERMINATED = 15;

	private static final int KILLED = 9;

	private static final boolean WINDOWS = File.separatorChar == '\\';

	/**
	 * Whether it ended by itself with the code 0.
	 * @return {@code true} if so
	 */
	public boolean succeeded() {
		return this.code != null && this.code == 0;
	}

	static ExitStatus of(int value, boolean ended) {
		if (ended && value == 128 + TERMINATED) {
			return new ExitStatus(null, TERMINATED);
		}
		// Windows reports 1 for what was ended.
		boolean killed = value == (WINDOWS ? 1 : 128 + KILLED);
		return (ended && killed) ? new ExitStatus(null, KILLED) : new ExitStatus(value, null);
	}

}
