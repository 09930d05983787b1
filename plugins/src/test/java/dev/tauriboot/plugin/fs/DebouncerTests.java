package dev.tauriboot.plugin.fs;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import dev.tauriboot.plugin.fs.FileEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Debouncer}.
 */
class DebouncerTests {

	private final Queue<Runnable> timers = new ArrayDeque<>();

	private final List<FileEvent> told = new ArrayList<>();

	private final Debouncer debouncer = new Debouncer(this.timers::add, 3, this.told::add);

	private void happen(String path, Kind... kinds) {
		for (Kind kind : kinds) {
			this.debouncer.accept(new FileEvent(kind, Path.of(path), false));
		}
	}

	@ParameterizedTest
	@CsvSource({ "MODIFIED MODIFIED, MODIFIED", "CREATED MODIFIED MODIFIED, CREATED", "CREATED MODIFIED REMOVED, ''",
			"MODIFIED REMOVED, REMOVED", "REMOVED CREATED MODIFIED, REMOVED CREATED",
			"REMOVED CREATED REMOVED, REMOVED", "CREATED REMOVED CREATED, CREATED", "REMOVED REMOVED, REMOVED" })
	void eventsOfAFileAreMerged(String kinds, String expected) {
		for (String kind : kinds.split(" ")) {
			happen("/a", Kind.valueOf(kind));
		}
		assertThat(this.told).isEmpty();
		this.timers.remove().run();
		assertThat(this.told).extracting(FileEvent::kind)
			.map(Kind::name)
			.isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
	}

	@Test
	void timeBeginsWithTheFirstEvent() {
		happen("/a", Kind.MODIFIED);
		happen("/b", Kind.MODIFIED, Kind.MODIFIED);
		assertThat(this.timers).hasSize(1);
		this.timers.remove().run();
		assertThat(this.told).extracting(FileEvent::path).containsExactly(Path.of("/a"), Path.of("/b"));
		happen("/c", Kind.MODIFIED);
		assertThat(this.timers).hasSize(1);
		this.timers.remove().run();
		assertThat(this.told).hasSize(3);
	}

	@Test
	void tooManyEventsAreMissed() {
		for (int i = 0; i < 3; i++) {
			happen("/" + i, Kind.CREATED);
		}
		happen("/0", Kind.MODIFIED);
		this.timers.remove().run();
		assertThat(this.told).extracting(FileEvent::kind).containsExactly(Kind.CREATED, Kind.CREATED, Kind.CREATED);
		this.told.clear();
		for (int i = 0; i <= 3; i++) {
			happen("/" + i, Kind.CREATED);
		}
		happen("/more", Kind.CREATED);
		this.timers.remove().run();
		assertThat(this.told).extracting(FileEvent::kind).containsExactly(Kind.MISSED);
		happen("/a", Kind.CREATED);
		this.timers.remove().run();
		assertThat(this.told).hasSize(2);
	}

}
