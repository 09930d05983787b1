package dev.tauriboot.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.tauriboot.download.Download.State;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadsTests {

	@TempDir
	Path directory;

	private final List<DownloadEvent> events = new CopyOnWriteArrayList<>();

	private final AtomicInteger closed = new AtomicInteger();

	private Function<FileDialogOptions, CompletableFuture<Optional<Path>>> answer = (options) -> CompletableFuture
		.completedFuture(Optional.of(this.directory.resolve("saved.txt")));

	private volatile FileDialogOptions asked;

	private final Downloads downloads = new Downloads(new Dialogs(), (event) -> this.events.add((DownloadEvent) event),
			null);

	@AfterEach
	void close() {
		this.downloads.close();
	}

	private DownloadSource source(InputStream bytes, long length) {
		return new DownloadSource("https://user:pass@example.com/files/a.txt?token=secret", null, "text/plain", length,
				new DownloadSource.Body() {

					@Override
					public InputStream open() {
						return bytes;
					}

					@Override
					public void close() {
						DownloadsTests.this.closed.incrementAndGet();
						try {
							bytes.close();
						}
						catch (IOException ex) {
							throw new AssertionError(ex);
						}
					}

				});
	}

	private static InputStream text(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private Download ended(Download download) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> this.downloads.open().isEmpty());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.events.get(this.events.size() - 1).state().isEnd());
		return download;
	}

	private List<String> files() throws IOException {
		try (var files = Files.list(this.directory)) {
			return new ArrayList<>(files.map((file) -> file.getFileName().toString()).toList());
		}
	}

	@Test
	void savesWhereTheUserWants() throws Exception {
		Download download = ended(this.downloads.start(null, source(text("hello"), 5)));
		assertThat(download.state()).isEqualTo(State.FINISHED);
		assertThat(this.directory.resolve("saved.txt")).hasContent("hello");
		assertThat(files()).containsExactly("saved.txt");
		assertThat(this.asked.defaultPath()).hasToString("a.txt");
		// It is told of its progress if that takes a while.
		assertThat(this.events).extracting(DownloadEvent::state)
			.startsWith(State.REQUESTED, State.RUNNING)
			.endsWith(State.FINISHED);
		assertThat(this.events).filteredOn((event) -> event.state() != State.RUNNING).hasSize(2);
		assertThat(this.events.get(this.events.size() - 1).receivedBytes()).isEqualTo(5);
		assertThat(this.closed).hasPositiveValue();
	}

	@Test
	void tellsNoSecrets() {
		Download download = ended(this.downloads.start(null, source(text("x"), 1)));
		assertThat(download.url()).isEqualTo("https://example.com/files/a.txt");
		assertThat(download.toString()).doesNotContain("secret", "pass");
	}

	@Test
	void overwritesWhatTheUserHasAgreedTo() throws Exception {
		Files.writeString(this.directory.resolve("saved.txt"), "before");
		ended(this.downloads.start(null, source(text("after"), -1)));
		assertThat(this.directory.resolve("saved.txt")).hasContent("after");
	}

	@Test
	void brokenDownloadLeavesTheFileBefore() throws Exception {
		Files.writeString(this.directory.resolve("saved.txt"), "before");
		Download download = ended(this.downloads.start(null, source(text("half"), 8)));
		assertThat(download.state()).isEqualTo(State.FAILED);
		assertThat(download.failure()).isEqualTo("it ended after 4 of 8 bytes");
		assertThat(this.directory.resolve("saved.txt")).hasContent("before");
		assertThat(files()).containsExactly("saved.txt");
	}

	@Test
	void brokenDownloadLeavesNothing() throws Exception {
		ended(this.downloads.start(null, source(text("half"), 8)));
		assertThat(files()).isEmpty();
	}

	@Test
	void dismissedDialogCancels() throws Exception {
		this.answer = (options) -> CompletableFuture.completedFuture(Optional.empty());
		Download download = ended(this.downloads.start(null, source(text("hello"), 5)));
		assertThat(download.state()).isEqualTo(State.CANCELLED);
		assertThat(files()).isEmpty();
		assertThat(this.closed).hasPositiveValue();
	}

	@Test
	void failsWithoutDialogs() {
		this.answer = FileDialogs.unavailable()::save;
		Download download = ended(this.downloads.start(null, source(text("hello"), 5)));
		assertThat(download.state()).isEqualTo(State.FAILED);
		assertThat(download.failure()).isEqualTo("dialogs are not available on this display");
	}

	@Test
	void listenerCanRefuse() {
		Downloads strict = new Downloads(new Dialogs(), (event) -> ((DownloadEvent) event).download().cancel(), null);
		Download download = strict.start(null, source(text("hello"), 5));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> strict.open().isEmpty());
		assertThat(download.state()).isEqualTo(State.CANCELLED);
		assertThat(this.asked).isNull();
	}

	@Test
	void canBeCancelledOnItsWay() throws Exception {
		PipedOutputStream pipe = new PipedOutputStream();
		Download download = this.downloads.start(null, source(new PipedInputStream(pipe), -1));
		pipe.write(1);
		pipe.flush();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> download.receivedBytes() == 1);
		assertThat(files()).hasSize(2).contains("saved.txt");
		download.cancel();
		pipe.close();
		ended(download);
		assertThat(download.state()).isEqualTo(State.CANCELLED);
		assertThat(files()).isEmpty();
	}

	@Test
	void hasNotFailedIfItWasCancelled() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch cancelled = new CountDownLatch(1);
		Download download = this.downloads.start(null, source(new InputStream() {

			@Override
			public int read() throws IOException {
				reading.countDown();
				try {
					cancelled.await(20, TimeUnit.SECONDS);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				throw new IOException("closed");
			}

		}, -1));
		assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
		download.cancel();
		cancelled.countDown();
		ended(download);
		assertThat(download.state()).isEqualTo(State.CANCELLED);
		assertThat(download.failure()).isNull();
	}

	@Test
	void refusesFolders() throws Exception {
		Files.createDirectory(this.directory.resolve("saved.txt"));
		assertThat(ended(this.downloads.start(null, source(text("hello"), 5))).state()).isEqualTo(State.FAILED);
		assertThat(files()).containsExactly("saved.txt");
	}

	@Test
	void onlySoManyAtATime() {
		this.answer = (options) -> new CompletableFuture<>();
		for (int i = 0; i < this.downloads.maxOpen(); i++) {
			assertThat(this.downloads.start(null, source(text("x"), 1))).isNotNull();
		}
		this.closed.set(0);
		assertThat(this.downloads.start(null, source(text("x"), 1))).isNull();
		assertThat(this.closed).hasValue(1);
		this.downloads.open().get(0).cancel();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.downloads.start(null, source(text("x"), 1))).isNotNull());
	}

	private final class Dialogs implements FileDialogs {

		@Override
		public CompletableFuture<List<Path>> open(FileDialogOptions options) {
			throw new AssertionError("nothing is opened");
		}

		@Override
		public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
			DownloadsTests.this.asked = options;
			return DownloadsTests.this.answer.apply(options);
		}

	}

}
