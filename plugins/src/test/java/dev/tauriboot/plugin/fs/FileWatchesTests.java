package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.plugin.fs.FileEvent.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link FileWatches}.
 */
class FileWatchesTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	private final FileWatches watches = new FileWatches();

	private final List<FileEvent> events = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.watches.close();
	}

	private FileWatch watch(boolean recursive, Path... paths) throws IOException {
		return this.watches.watch(List.of(paths), recursive, Duration.ZERO, this.events::add);
	}

	private void await(Kind kind, Path path) {
		Awaitility.await()
			.atMost(LIMIT)
			.until(() -> this.events.stream().anyMatch((event) -> event.kind() == kind && event.path().equals(path)));
	}

	@Test
	void pathIsNamedAsItWasGiven() throws IOException {
		Path target = Files.createDirectory(this.folder.resolve("target"));
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), target);
		watch(false, link);
		Files.createFile(target.resolve("file"));
		await(Kind.CREATED, link.resolve("file"));
	}

	@Test
	void severalPathsAreWatched() throws IOException {
		Path one = Files.createFile(this.folder.resolve("one"));
		Path two = Files.createFile(this.folder.resolve("two"));
		Path other = Files.createFile(this.folder.resolve("other"));
		watch(true, one, two);
		Files.writeString(other, "x");
		Files.writeString(two, "x");
		Files.delete(one);
		await(Kind.REMOVED, one);
		assertThat(this.events).extracting(FileEvent::path).contains(two).doesNotContain(other);
	}

	@Test
	void newFoldersAreWatchedToo() throws IOException {
		watch(true, this.folder);
		Path deep = Files.createDirectories(this.folder.resolve("a/b/c"));
		await(Kind.CREATED, deep);
		Files.createFile(deep.resolve("file"));
		await(Kind.CREATED, deep.resolve("file"));
		assertThat(this.events).filteredOn((event) -> event.path().equals(deep.getParent()))
			.extracting(FileEvent::kind, FileEvent::directory)
			.containsExactly(tuple(Kind.CREATED, true));
	}

	@Test
	void linksBelowAreNotFollowed() throws IOException {
		Path watched = Files.createDirectory(this.folder.resolve("watched"));
		Path outside = Files.createDirectory(this.folder.resolve("outside"));
		Files.createSymbolicLink(watched.resolve("before"), outside);
		watch(true, watched);
		Files.createSymbolicLink(watched.resolve("after"), outside);
		await(Kind.CREATED, watched.resolve("after"));
		Files.createFile(outside.resolve("secret"));
		Files.createFile(watched.resolve("last"));
		await(Kind.CREATED, watched.resolve("last"));
		assertThat(this.events).extracting((event) -> event.path().getFileName().toString())
			.contains("after", "last")
			.doesNotContain("secret");
	}

	@Test
	void goneFolderIsTold() throws IOException {
		Path watched = Files.createDirectory(this.folder.resolve("watched"));
		watch(false, watched);
		Files.delete(watched);
		await(Kind.REMOVED, watched);
	}

	@Test
	void listenerThatThrowsIsToldOfTheNextEvent() throws IOException {
		this.watches.watch(Set.of(this.folder), false, Duration.ZERO, (event) -> {
			this.events.add(event);
			throw new IllegalStateException("test");
		});
		Files.createFile(this.folder.resolve("one"));
		await(Kind.CREATED, this.folder.resolve("one"));
		Files.createFile(this.folder.resolve("two"));
		await(Kind.CREATED, this.folder.resolve("two"));
	}

	@Test
	void closedWatchTellsNothing() throws IOException {
		List<FileEvent> told = new CopyOnWriteArrayList<>();
		FileWatch watch = this.watches.watch(Set.of(this.folder), false, Duration.ofMillis(1), told::add);
		assertThat(watch.isOpen()).isTrue();
		assertThat(this.watches.count()).isOne();
		watch.close();
		watch.close();
		assertThat(watch.isOpen()).isFalse();
		assertThat(this.watches.count()).isZero();
		watch(false, this.folder);
		Path file = Files.createFile(this.folder.resolve("file"));
		await(Kind.CREATED, file);
		assertThat(told).isEmpty();
	}

	@Test
	void watchesEndWithTheBean() throws IOException {
		FileWatch watch = watch(false, this.folder);
		this.watches.close();
		assertThat(watch.isOpen()).isFalse();
	}

	@Test
	void missingPathIsNotWatched() {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> watch(false, this.folder.resolve("none")));
		assertThat(this.watches.count()).isZero();
	}

}
