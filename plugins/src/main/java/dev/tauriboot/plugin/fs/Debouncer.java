package dev.tauriboot.plugin.fs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.tauriboot.plugin.fs.FileEvent.Kind;

/**
 * Collects events from the first one on for some time, and tells then what they come to:
 * a file that was written ten times has changed once, and one that came and went was
 * never there.
 */
final class Debouncer implements Consumer<FileEvent> {

	private final Delay delay;

	private final int maxFiles;

	private final Consumer<FileEvent> listener;

	private final ReentrantLock lock = new ReentrantLock();

	private Map<Path, List<FileEvent>> pending = new LinkedHashMap<>();

	private boolean waiting;

	private boolean missed;

	Debouncer(Delay delay, int maxFiles, Consumer<FileEvent> listener) {
		this.delay = delay;
		this.maxFiles = maxFiles;
		this.listener = listener;
	}

	@Override
	public void accept(FileEvent event) {
		this.lock.lock();
		try {
			if (this.missed) {
				return;
			}
			if (event.kind() == Kind.MISSED || isFull(event.path())) {
				this.missed = true;
				this.pending.clear();
				this.pending.put(event.path(), List.of(new FileEvent(Kind.MISSED, event.path(), true)));
			}
			else {
				merge(this.pending.computeIfAbsent(event.path(), (path) -> new ArrayList<>(2)), event);
			}
			if (!this.waiting) {
				this.waiting = true;
				this.delay.run(this::flush);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isFull(Path path) {
		return this.pending.size() >= this.maxFiles && !this.pending.containsKey(path);
	}

	private static void merge(List<FileEvent> events, FileEvent event) {
		int last = events.size() - 1;
		Kind before = (last >= 0) ? events.get(last).kind() : null;
		if (before == null || (before == Kind.REMOVED && event.kind() != Kind.REMOVED)) {
			events.add(event);
		}
		else if (event.kind() == Kind.REMOVED) {
			events.remove(last);
			if (before != Kind.CREATED) {
				events.add(event);
			}
		}
	}

	private void flush() {
		Map<Path, List<FileEvent>> due;
		this.lock.lock();
		try {
			due = this.pending;
			this.pending = new LinkedHashMap<>();
			this.waiting = false;
			this.missed = false;
		}
		finally {
			this.lock.unlock();
		}
		due.values().forEach((events) -> events.forEach(this.listener));
	}

}
