package dev.tauriboot.javafx;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.log.LogMessage;

/**
 * Says in the log that a hook does not come to an end. Its guards end what is written as
 * a script; this is about the engine's own functions that take for ever, and about
 * scripts that could not be guarded. They cannot be stopped, as the engine has but one
 * thread.
 */
final class HookWatch {

	private static final Log logger = LogFactory.getLog(HookWatch.class);

	private final String name;

	private final Duration limit;

	private volatile @Nullable String command;

	private volatile long started;

	private volatile boolean watching;

	private volatile boolean paused;

	HookWatch(String name, Duration limit) {
		this.name = name;
		// The guards come first.
		this.limit = limit.multipliedBy(3).dividedBy(2);
	}

	void begin(String command) {
		this.started = System.nanoTime();
		this.command = command;
		if (!this.watching) {
			watch();
		}
	}

	private void watch() {
		this.watching = true;
		Schedulers.parallel().schedule(this::check, this.limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void check() {
		// In this order: a hook that begins now sees that it is to be watched, or is
		// seen.
		this.watching = false;
		String command = this.command;
		if (command != null) {
			if (!this.paused && System.nanoTime() - this.started >= this.limit.toNanos()) {
				logger.error(LogMessage.format(
						"The isolation hook of '%s' has been busy with %s for %d ms: "
								+ "until it returns, the windows stand still",
						this.name, command, (System.nanoTime() - this.started) / 1_000_000));
			}
			watch();
		}
	}

	void pause() {
		this.paused = true;
	}

	void resume() {
		this.started = System.nanoTime();
		this.paused = false;
	}

	void end() {
		this.command = null;
	}

}
