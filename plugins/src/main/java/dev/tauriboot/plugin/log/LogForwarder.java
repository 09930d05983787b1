package dev.tauriboot.plugin.log;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.event.Events;

import org.springframework.util.Assert;

/**
 * Tells pages of lines of the application's log, by the event {@value #EVENT}. Whoever
 * logs never waits for a page: where pages are slower, lines are dropped, and a line says
 * how many. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class LogForwarder implements AutoCloseable {

	/** The event that tells of a line. */
	public static final String EVENT = "log://log";

	private final Events events;

	private final int maxLength;

	private final BlockingQueue<Line> lines;

	private final AtomicLong dropped = new AtomicLong();

	private final Thread thread;

	/**
	 * Create the forwarder.
	 * @param events reaches the pages
	 * @param capacity how many lines may wait
	 * @param maxLength the most characters of a line
	 */
	public LogForwarder(Events events, int capacity, int maxLength) {
		Assert.notNull(events, "'events' must not be null");
		Assert.isTrue(capacity > 0, "'capacity' must be above 0");
		Assert.isTrue(maxLength > 0, "'maxLength' must be above 0");
		this.events = events;
		this.maxLength = maxLength;
		this.lines = new ArrayBlockingQueue<>(capacity);
		this.thread = new Thread(this::run, "tauri-log");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Forward a line. Never waits. A line that comes of forwarding others is left out.
	 * @param level how much it matters
	 * @param line the formatted line
	 */
	public void forward(LogLevel level, String line) {
		Assert.notNull(level, "'level' must not be null");
		Assert.notNull(line, "'line' must not be null");
		if (Thread.currentThread() == this.thread) {
			return;
		}
		String text = (line.length() > this.maxLength) ? line.substring(0, this.maxLength) + '…' : line;
		if (!this.lines.offer(new Line(text, level.number()))) {
			this.dropped.incrementAndGet();
		}
	}

	private void run() {
		try {
			while (!Thread.interrupted()) {
				emit(this.lines.take());
				long dropped = this.dropped.getAndSet(0);
				if (dropped > 0) {
					emit(new Line(dropped + " lines were dropped", LogLevel.WARN.number()));
				}
			}
		}
		catch (InterruptedException ex) {
			// closed
		}
	}

	private void emit(Line line) {
		try {
			this.events.emit(EVENT, line);
		}
		catch (RuntimeException ex) {
			// There is no place left where this could be said.
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

	/**
	 * The payload of the event.
	 *
	 * @param message the formatted line
	 * @param level from 1 to 5
	 */
	record Line(@JsonProperty("message") String message, @JsonProperty("level") int level) {
	}

}
