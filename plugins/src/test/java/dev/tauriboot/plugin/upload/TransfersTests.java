package dev.tauriboot.plugin.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.plugin.net.PartFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.spy;

/**
 * Tests for {@link Transfers}.
 */
class TransfersTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final byte[] CONTENT = new byte[3_000_000];

	private static final NetworkClient client = new NetworkClient();

	private static final Transfers transfers = new Transfers(client);

	private static final CountDownLatch stalled = new CountDownLatch(1);

	private static final CountDownLatch gone = new CountDownLatch(1);

	private static DisposableServer server;

	@TempDir
	private Path folder;

	private final List<TransferProgress> progress = new ArrayList<>();

	@BeforeAll
	static void start() {
		new Random(1).nextBytes(CONTENT);
		server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				.get("/file",
						(request, response) -> response.header("content-length", String.valueOf(CONTENT.length))
							.sendByteArray(Mono.just(CONTENT)))
				.get("/unknown", (request, response) -> response.sendByteArray(Flux.just(CONTENT, CONTENT)))
				.get("/short", (request, response) -> response.header("content-length", "5000000")
					.sendByteArray(Flux.just(CONTENT)
						.concatWith(Mono.delay(Duration.ofMillis(50)).then(Mono.error(new IOException("gone"))))))
				.get("/stall", (request, response) -> {
					response.withConnection((connection) -> connection.onDispose(gone::countDown));
					stalled.countDown();
					return response.header("content-length", "5000000")
						.sendByteArray(Flux.just(CONTENT).concatWith(Mono.never()));
				})
				.get("/empty", (request, response) -> response.send())
				.get("/away", (request, response) -> response.status(302).header("location", "/file").send())
				.get("/failed", (request, response) -> response.status(500).sendString(Mono.just("no")))
				.post("/file", (request, response) -> response.sendString(
						request.receive().aggregate().asString().defaultIfEmpty("").map((text) -> "got " + text)))
				.route((request) -> request.path().startsWith("take"),
						(request, response) -> response.sendString(request.receive()
							.aggregate()
							.asByteArray()
							.defaultIfEmpty(new byte[0])
							.map((bytes) -> request.method() + " " + bytes.length + " " + Arrays.equals(bytes, CONTENT)
									+ " " + request.requestHeaders().getAll("content-length")))))
			.bindNow();
	}

	@AfterAll
	static void stop() {
		server.disposeNow();
		transfers.close();
		client.close();
	}

	private static String url(String path) {
		return "http://localhost:" + server.port() + path;
	}

	private void download(String path, Path file) {
		transfers.download(Transfer.of(url(path), file), null, this.progress::add).block(LIMIT);
	}

	private void assertSum(long size, long total) {
		assertThat(this.progress.stream().mapToLong(TransferProgress::progress).sum()).isEqualTo(size);
		assertThat(this.progress.get(this.progress.size() - 1).progressTotal()).isEqualTo(size);
		assertThat(this.progress).extracting(TransferProgress::total).containsOnly(total);
	}

	// rows 264, 265, 266
	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH" })
	void fileIsSentAsItIs(String method) throws Exception {
		Path file = Files.write(this.folder.resolve("file"), CONTENT);
		String answer = transfers
			.upload(Transfer.of(url("/take"), file).header("Content-Length", "7").header("x", "y"), method,
					this.progress::add)
			.block(LIMIT);
		assertThat(answer).isEqualTo(method + " 3000000 true [3000000]");
		assertSum(CONTENT.length, CONTENT.length);
	}

	@Test
	void emptyFileIsSent() throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThat(transfers.upload(Transfer.of(url("/take"), file), "POST", this.progress::add).block(LIMIT))
			.isEqualTo("POST 0 false [0]");
		assertThat(this.progress).isEmpty();
	}

	@Test
	void fileThatCannotBeReadIsNamedAsPagesKnowIt() {
		assertThatThrownBy(() -> transfers
			.upload(Transfer.of(url("/take"), this.folder.resolve("nope")), "POST", this.progress::add)
			.block(LIMIT)).isInstanceOf(InvokeException.class).hasMessage("No such file or directory (os error 2)");
		assertThatThrownBy(
				() -> transfers.upload(Transfer.of(url("/take"), this.folder), "POST", this.progress::add).block(LIMIT))
			.hasMessage("Is a directory (os error 21)");
	}

	@Test
	void pipeIsNotSent() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		assertThatThrownBy(
				() -> transfers.upload(Transfer.of(url("/take"), pipe), "POST", this.progress::add).block(LIMIT))
			.hasMessage("Operation not supported (os error 95)");
	}

	// rows 267, 268
	@Test
	void fileIsFetched() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "before");
		download("/file", file);
		assertThat(file).hasBinaryContent(CONTENT);
		assertSum(CONTENT.length, CONTENT.length);
		this.progress.clear();
		download("/unknown", file);
		assertThat(file).hasSize(2L * CONTENT.length);
		assertSum(2L * CONTENT.length, 0);
		download("/away", file);
		assertThat(file).hasSize(CONTENT.length);
		download("/empty", file);
		assertThat(file).isEmptyFile();
		transfers.download(Transfer.of(url("/file"), file), "wörld", this.progress::add).block(LIMIT);
		assertThat(file).hasContent("got wörld");
		transfers.download(Transfer.of(url("/file"), file), "", this.progress::add).block(LIMIT);
		assertThat(file).hasContent("got ");
		assertOnly(file);
	}

	private void assertOnly(Path... files) throws IOException {
		try (Stream<Path> found = Files.list(this.folder)) {
			assertThat(found).containsExactlyInAnyOrder(files);
		}
	}

	// row 269
	@Test
	void failureOfTheServerWritesNothing() throws Exception {
		Path file = this.folder.resolve("file");
		assertThatThrownBy(() -> download("/failed", file)).isInstanceOf(InvokeException.class)
			.hasMessage("request failed with status code 500: no");
		assertThatThrownBy(
				() -> transfers.upload(Transfer.of(url("/nowhere"), Files.createFile(file)), "POST", this.progress::add)
					.block(LIMIT))
			.hasMessage("request failed with status code 404: ");
		assertOnly(file);
	}

	@Test
	void brokenDownloadLeavesTheFileAsItWas() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "before");
		assertThatThrownBy(() -> download("/short", file)).isInstanceOf(InvokeException.class)
			.hasMessageStartingWith("error reading the response body: ");
		assertThat(file).hasContent("before");
		assertOnly(file);
	}

	@Test
	void cancelledDownloadLeavesNothing() throws Exception {
		Disposable download = transfers
			.download(Transfer.of(url("/stall"), this.folder.resolve("file")), null, this.progress::add)
			.subscribe();
		assertThat(stalled.await(60, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().atMost(LIMIT).until(() -> {
			try (Stream<Path> found = Files.list(this.folder)) {
				return found.findAny().isPresent();
			}
		});
		download.dispose();
		assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().atMost(LIMIT).untilAsserted(this::assertOnly);
	}

	@Test
	void responseIsNoLargerThanMayBe() throws Exception {
		try (Transfers small = new Transfers(client, 10)) {
			Path file = Files.writeString(this.folder.resolve("file"), "123456");
			assertThat(small.upload(Transfer.of(url("/file"), file), "POST", this.progress::add).block(LIMIT))
				.isEqualTo("got 123456");
			Files.writeString(file, "1234567");
			assertThatThrownBy(
					() -> small.upload(Transfer.of(url("/file"), file), "POST", this.progress::add).block(LIMIT))
				.isInstanceOf(InvokeException.class)
				.hasMessage("the response is larger than 10 bytes (tauri.plugins.upload.max-response)");
		}
	}

	@Test
	void fullDiskIsTold() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "before");
		Transfers full = new Transfers(client, 100, (path) -> {
			PartFile part = spy(PartFile.of(path));
			willThrow(new IOException("No space left on device")).given(part).write(any(), anyInt(), anyInt());
			return part;
		});
		assertThatThrownBy(() -> full.download(Transfer.of(url("/file"), file), null, this.progress::add).block(LIMIT))
			.isInstanceOf(InvokeException.class)
			.hasMessage("No space left on device (os error 28)");
		full.close();
		assertThat(file).hasContent("before");
		assertOnly(file);
	}

	@Test
	void placeThatCannotBeWrittenIsNamedAsPagesKnowIt() {
		assertThatThrownBy(() -> download("/file", this.folder)).hasMessage("Is a directory (os error 21)");
		assertThatThrownBy(() -> download("/file", this.folder.resolve("a/b")))
			.hasMessage("No such file or directory (os error 2)");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void permissionsOfWhatIsReplacedAreKept() throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		download("/file", file);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void linksAreFollowedAndDevicesLeftAlone() throws Exception {
		Path file = this.folder.resolve("file");
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), Files.createFile(file));
		download("/file", link);
		assertThat(link).isSymbolicLink();
		assertThat(file).hasBinaryContent(CONTENT);
		assertThatThrownBy(() -> download("/file", Path.of("/dev/null"))).hasMessage("Invalid argument (os error 22)");
	}

	@Test
	void whatCannotBeAskedFails() {
		Path file = this.folder.resolve("file");
		for (String url : new String[] { "nonsense", "ftp://localhost/", "http://localhost:19/" }) {
			assertThatThrownBy(() -> transfers.download(Transfer.of(url, file), null, this.progress::add).block(LIMIT))
				.isInstanceOf(InvokeException.class);
		}
		assertThatThrownBy(
				() -> transfers.download(Transfer.of(url("/file"), file).header("a b", "c"), null, this.progress::add)
					.block(LIMIT))
			.hasMessage("invalid HTTP header: a b");
	}

}
