package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.Label;
import dev.tauriboot.download.Download;
import dev.tauriboot.download.Download.State;
import dev.tauriboot.download.DownloadEvent;
import dev.tauriboot.download.Downloads;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of downloads in a real WebView.
 */
@ExtendWith(OutputCaptureExtension.class)
class FxDownloadTests {

	private static final String MAKE_LINK = "const link = document.createElement('a');";

	@TempDir
	static Path directory;

	private static final Dialogs dialogs = new Dialogs();

	private static final BlockingQueue<Download> ended = new LinkedBlockingQueue<>();

	private static final List<String> requests = new CopyOnWriteArrayList<>();

	private static HttpServer elsewhere;

	private static Downloads downloads;

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() throws Exception {
		elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		elsewhere.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=elsewhere.txt");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("from elsewhere".getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		elsewhere.start();
		downloads = new Downloads(dialogs, (event) -> {
			DownloadEvent download = (DownloadEvent) event;
			if (download.state().isEnd()) {
				ended.add(download.download());
			}
		}, null, 5);
		app = new FxTestApp((options) -> options.withAllowed(List.of(elsewhere())),
				(runtime) -> runtime.setRepairKit(FxRepairKit.NONE.withDownloads(downloads)));
		app.html.put("/", """
				<h1>first</h1><a id=plain href='/report.bin' download='mine.bin'><b id=inner>save</b></a>
				<form id=form method=post action='/attachment'><input name=q value=1></form>""");
		app.handlers.put("/report.bin", answer("application/octet-stream", null, "binary"));
		app.handlers.put("/shown.txt", answer("text/plain", null, "text"));
		app.handlers.put("/named.txt", answer("text/plain", "attachment; filename=\"../other.txt\"", "text"));
		app.handlers.put("/attachment", answer("text/html", "attachment; filename*=UTF-8''r%C3%BC.html", "<b>a</b>"));
		app.handlers.put("/data.csv", answer("text/csv", null, "a,b"));
		app.handlers.put("/away", (exchange) -> {
			exchange.getResponse().setRawStatusCode(302);
			exchange.getResponse()
				.getHeaders()
				.set(HttpHeaders.LOCATION, elsewhere().replace("127.0.0.1", "localhost") + "/secret.bin");
			return exchange.getResponse().setComplete();
		});
		main = app.open("main");
	}

	private static String elsewhere() {
		return "http://127.0.0.1:" + elsewhere.getAddress().getPort();
	}

	private static WebHandler answer(String type, String disposition, String body) {
		return (exchange) -> {
			HttpHeaders headers = exchange.getResponse().getHeaders();
			headers.set(HttpHeaders.CONTENT_TYPE, type);
			if (disposition != null) {
				headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition);
			}
			return exchange.getRequest()
				.getBody()
				.reduce("", (text, part) -> text + part.toString(StandardCharsets.UTF_8))
				.flatMap((sent) -> {
					requests
						.add(exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath() + " " + sent);
					return exchange.getResponse().writeWith(Mono.just(wrap(body)));
				});
		};
	}

	private static DataBuffer wrap(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	@AfterAll
	static void close() {
		app.close();
		downloads.close();
		elsewhere.stop(0);
	}

	@BeforeEach
	void begin() {
		main.evaluate("window.old = 1");
		main.navigate("/");
		FxTestApp.await(main, "!window.old && location.pathname === '/' && document.readyState === 'complete'");
		ended.clear();
		requests.clear();
		main.evaluate("window.same = 1");
	}

	private static Download ended() throws Exception {
		Download download = ended.poll(20, TimeUnit.SECONDS);
		assertThat(download).as("a download").isNotNull();
		assertThat(main.evaluate("location.pathname + window.same")).isEqualTo("/1");
		assertThat(download.webview()).isEqualTo(Label.of("main"));
		return download;
	}

	private static void assertSaved(String name, String content) throws Exception {
		Download download = ended();
		assertThat(download.failure()).isNull();
		assertThat(download.state()).isEqualTo(State.FINISHED);
		assertThat(download.fileName()).isEqualTo(name);
		assertThat(download.file()).hasContent(content);
		assertThat(dialogs.asked.owner()).isSameAs(main.window());
	}

	@ParameterizedTest
	@ValueSource(strings = { "document.getElementById('inner').click()", "document.getElementById('plain').click()",
			"document.getElementById('plain').cloneNode().click()",
			"document.getElementById('plain').cloneNode().dispatchEvent(new MouseEvent('click'))" })
	void linkIsSaved(String click) throws Exception {
		main.evaluate(click);
		assertSaved("mine.bin", "binary");
		assertThat(requests).containsExactly("GET /report.bin ");
	}

	@Test
	void whatTheEngineCouldShowIsSavedToo() throws Exception {
		main.evaluate("{" + MAKE_LINK + " link.href = '/shown.txt'; link.download = ''; link.click() }");
		assertSaved("shown.txt", "text");
	}

	@Test
	void serverNamesTheFile() throws Exception {
		main.evaluate("{" + MAKE_LINK + " link.href = '/named.txt'; link.download = 'mine.txt'; link.click() }");
		assertSaved("other.txt", "text");
	}

	@Test
	void blobIsSavedAndMayBeRevoked() throws Exception {
		main.evaluate("""
				{
				  const link = document.createElement('a');
				  link.href = URL.createObjectURL(new Blob(['x'.repeat(3000000), 'ü'], { type: 'text/plain' }));
				  link.download = 'blob.txt';
				  link.click();
				  URL.revokeObjectURL(link.href);
				}""");
		assertSaved("blob.txt", "x".repeat(3000000) + "ü");
	}

	@Test
	void dataIsSaved() throws Exception {
		main.evaluate("{" + MAKE_LINK + " link.href = 'data:text/plain;base64,aMO8Kw=='; link.download = 'd.txt';"
				+ " link.click() }");
		assertSaved("d.txt", "hü+");
		main.evaluate("{" + MAKE_LINK + " link.href = 'data:,h%C3%BC+%2C'; link.download = 'd.txt'; link.click() }");
		assertSaved("d.txt", "hü+,");
		main.evaluate("{" + MAKE_LINK + " link.href = 'data:,100%'; link.download = 'd.txt'; link.click() }");
		assertSaved("d.txt", "100%");
	}

	@Test
	void pageCanPreventIt() throws Exception {
		main.evaluate("{ const link = document.getElementById('plain'); link.onclick = (e) => e.preventDefault();"
				+ " link.click() }");
		main.evaluate("document.getElementById('plain').cloneNode().click()");
		assertSaved("mine.bin", "binary");
		assertThat(requests).hasSize(1);
	}

	@Test
	void linkToAnotherOriginIsFollowedAsEver() {
		main.evaluate(
				"{" + MAKE_LINK + " link.href = 'https://example.com/a.bin'; link.download = 'a'; link.click() }");
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> app.opened.contains("https://example.com/a.bin"));
		assertThat(ended).isEmpty();
	}

	@Test
	void attachmentIsSaved() throws Exception {
		main.evaluate("location.href = '/attachment'; 1");
		assertSaved("rü.html", "<b>a</b>");
		assertThat(requests).containsExactly("GET /attachment ");
	}

	@Test
	void answerToAFormIsSavedWithoutAskingAgain() throws Exception {
		main.evaluate("document.getElementById('form').submit()");
		assertSaved("rü.html", "<b>a</b>");
		assertThat(requests).containsExactly("POST /attachment q=1");
	}

	@Test
	void attachmentInAFrameIsSaved() throws Exception {
		main.evaluate("{ const frame = document.createElement('iframe'); frame.src = '/attachment';"
				+ " document.body.append(frame) }");
		assertSaved("rü.html", "<b>a</b>");
	}

	@Test
	void typeThatTheEngineDropsIsSaved() throws Exception {
		main.evaluate("location.href = '/data.csv'; 1");
		assertSaved("data.csv", "a,b");
	}

	@Test
	void attachmentFromElsewhereIsAskedForAgain() throws Exception {
		main.evaluate("location.href = '" + elsewhere() + "/x?secret=1'; 1");
		assertSaved("elsewhere.txt", "from elsewhere");
	}

	@Test
	void scriptsFetchAttachmentsAsEver() {
		assertThat(FxTestApp.settle(main, "fetch('/attachment').then((r) => r.text())")).isEqualTo("\"<b>a</b>\"");
		assertThat(ended).isEmpty();
	}

	@Test
	void redirectDoesNotLeadOut(CapturedOutput output) {
		main.evaluate("{" + MAKE_LINK + " link.href = '/away'; link.download = 'a'; link.click() }");
		Awaitility.await()
			.atMost(FxTestApp.PATIENCE)
			.until(() -> output.getOut()
				.contains("could not download http://tauri.localhost/away: a redirect leads elsewhere"));
		assertThat(ended).isEmpty();
	}

	@Test
	void serversAreAskedSomeAtATime(CapturedOutput output) throws Exception {
		// Those of other tests may be about to end.
		awaitNobodyAsking();
		Sinks.Empty<Void> answer = Sinks.empty();
		AtomicInteger asked = new AtomicInteger();
		app.handlers.put("/stalled.bin", (exchange) -> {
			asked.incrementAndGet();
			exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
			return answer.asMono();
		});
		main.evaluate("{" + MAKE_LINK + " link.href = '/stalled.bin'; link.download = 's';" + " for (let i = 0; i <= "
				+ downloads.maxOpen() + "; i++) { link.click() } }");
		assertThat(output.getOut()).containsOnlyOnce("asked for more than 5 downloads at a time");
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> asked.get() == downloads.maxOpen());
		answer.tryEmitEmpty();
		awaitNobodyAsking();
		main.evaluate("document.getElementById('plain').click()");
		assertSaved("mine.bin", "binary");
		assertThat(asked).hasValue(downloads.maxOpen());
	}

	private static void awaitNobodyAsking() {
		Awaitility.await()
			.atMost(FxTestApp.PATIENCE)
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("tauri-download")));
	}

	@Test
	void whoAskedIsKnownOfTheLastOnly() throws Exception {
		FxDownloads few = new FxDownloads(downloads, 2);
		few.asked(main, "http://tauri.localhost/1");
		few.asked(main, "http://tauri.localhost/2");
		assertThat(webviewOf(few, "http://tauri.localhost/1")).isEqualTo(Label.of("main"));
		few.asked(main, "http://tauri.localhost/1");
		few.asked(main, "http://tauri.localhost/3");
		assertThat(webviewOf(few, "http://tauri.localhost/2")).isNull();
		assertThat(webviewOf(few, "http://tauri.localhost/1")).isEqualTo(Label.of("main"));
		assertThat(webviewOf(few, "http://tauri.localhost/3")).isEqualTo(Label.of("main"));
	}

	private static Label webviewOf(FxDownloads taking, String url) throws Exception {
		HttpHeaders navigation = new HttpHeaders();
		navigation.set("Sec-Fetch-Mode", "navigate");
		LocalExchange exchange = LocalExchange.start((request, response) -> {
			response.getHeaders().set(HttpHeaders.CONTENT_DISPOSITION, "attachment");
			return response.writeWith(Mono.just(wrap("text")));
		}, HttpMethod.GET, URI.create(url), new HttpHeaders(), new byte[0]);
		assertThat(taking.take(url, navigation, exchange)).isTrue();
		Download download = ended.poll(20, TimeUnit.SECONDS);
		assertThat(download).as("a download").isNotNull();
		assertThat(download.state()).isEqualTo(State.FINISHED);
		return download.webview();
	}

	@Test
	void blobSurvivesItsPage() throws Exception {
		CompletableFuture<Optional<Path>> answer = new CompletableFuture<>();
		dialogs.answer = answer;
		main.evaluate("{" + MAKE_LINK + " window.blob = new Blob(['text']); link.href = URL.createObjectURL(blob);"
				+ " link.download = 'b.txt'; link.click() }");
		// Blobs are read one after the other.
		assertThat(FxTestApp.settle(main,
				"blob.arrayBuffer().then((first) => blob.arrayBuffer()).then((b) => b.byteLength)"))
			.isEqualTo("4");
		begin();
		answer.complete(Optional.of(directory.resolve("late.txt")));
		assertSaved("b.txt", "text");
	}

	private static final class Dialogs implements FileDialogs {

		private volatile FileDialogOptions asked;

		private volatile CompletableFuture<Optional<Path>> answer;

		@Override
		public CompletableFuture<List<Path>> open(FileDialogOptions options) {
			throw new AssertionError("nothing is opened");
		}

		@Override
		public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
			this.asked = options;
			CompletableFuture<Optional<Path>> answer = this.answer;
			this.answer = null;
			return (answer != null) ? answer : CompletableFuture.completedFuture(Optional.of(file()));
		}

		private static Path file() {
			try {
				Path file = Files.createTempFile(directory, "saved", ".tmp");
				Files.delete(file);
				return file;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
