package dev.tauriboot.javafx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Label;
import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogOptions.Filter;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.SlowScriptEvent;
import dev.tauriboot.window.Webview;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tauriboot.javafx.FxTestApp.fx;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * File inputs, the clipboard and slow scripts in a real WebView, with a user of keys and
 * clicks.
 */
class FxRepairTests {

	private static final String PAGE = """
			<style>* { margin: 0 } body > * { position: absolute; left: 0; width: 200px; height: 40px }</style>
			<input id=files type=file multiple accept='image/*' style='top: 0'>
			<input id=text style='top: 50px' value='some text'>
			<div id=rich contenteditable style='top: 100px'>some text</div>
			<button id=button style='top: 150px'>press</button>""";

	@TempDir
	static Path directory;

	private static final Dialogs dialogs = new Dialogs();

	private static final BlockingQueue<SlowScriptEvent> slow = new LinkedBlockingQueue<>();

	private static volatile boolean reported;

	private static FxTestApp app;

	private static FxWebview main;

	private static FxTestUser user;

	@BeforeAll
	static void open() {
		app = new FxTestApp((options) -> options.withDialogs(new Reported()),
				(runtime) -> runtime.setRepairKit(FxRepairKit.NONE.withFileInputs(dialogs)
					.withClipboard(ClipboardAccess.READ)
					.withSlowScripts(Duration.ofMillis(400), FxRepairTests::hear)));
		app.html.put("/", PAGE);
		main = app.open("main");
		user = new FxTestUser(main);
	}

	@AfterAll
	static void close() {
		app.close();
	}

	private static void hear(SlowScriptEvent event) {
		reported |= !event.over();
		slow.add(event);
	}

	@BeforeEach
	void begin() {
		main.evaluate("window.old = 1");
		main.reload();
		FxTestApp.await(main,
				"!window.old && document.readyState === 'complete' && !!document.getElementById('button')");
		fx(() -> Clipboard.getSystemClipboard().clear());
	}

	private static void click(double y) {
		user.click(20, y);
	}

	private static Object clipboard(DataFormat format) {
		return fx(() -> String.valueOf(Clipboard.getSystemClipboard().getContent(format)));
	}

	@Test
	void inputAsksTheDialogsOfTheApplication() throws Exception {
		Path one = Files.writeString(directory.resolve("one.png"), "1");
		Path two = Files.writeString(directory.resolve("ü two.png"), "22");
		CompletableFuture<List<Path>> answer = new CompletableFuture<>();
		dialogs.answer = answer;
		main.evaluate("files.onchange = () => { window.changed = JSON.stringify([...files.files].map((f) =>"
				+ " [f.name, f.size, f.type])) }; window.files.value");
		click(20);
		FileDialogOptions asked = dialogs.asked.poll(20, TimeUnit.SECONDS);
		assertThat(asked.multiple()).isTrue();
		assertThat(asked.directory()).isFalse();
		assertThat(asked.owner()).isSameAs(main.window());
		assertThat(asked.filters()).extracting(Filter::name).containsExactly("image/*", "*");
		assertThat(main.evaluate("1 + 1")).as("windows go on meanwhile").isEqualTo(2);
		answer.complete(List.of(one, two));
		FxTestApp.await(main, "!!window.changed");
		assertThat(main.evaluate("window.changed"))
			.isEqualTo("[[\"one.png\",1,\"image/png\"],[\"ü two.png\",2,\"image/png\"]]");
		assertThat(FxTestApp.settle(main, "files.files[1].text()")).isEqualTo("\"22\"");
	}

	@Test
	void inputStaysEmptyWithoutAnAnswer() throws Exception {
		dialogs.answer = FileDialogs.unavailable().open(FileDialogOptions.DEFAULT);
		click(20);
		assertThat(dialogs.asked.poll(20, TimeUnit.SECONDS)).isNotNull();
		assertThat(main.evaluate("files.files.length")).isEqualTo(0);
		dialogs.answer = CompletableFuture.completedFuture(List.of());
		click(20);
		assertThat(dialogs.asked.poll(20, TimeUnit.SECONDS)).isNotNull();
		assertThat(main.evaluate("files.files.length")).isEqualTo(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "rich" })
	void keysEdit(String id) {
		String value = "text".equals(id) ? "text.value" : "rich.textContent";
		click("text".equals(id) ? 70 : 120);
		assertThat(main.evaluate("document.activeElement.id")).isEqualTo(id);
		user.press(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
		user.press(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
		assertThat(clipboard(DataFormat.PLAIN_TEXT)).isEqualTo("some text");
		user.press(KeyCode.X, KeyCombination.SHORTCUT_DOWN);
		FxTestApp.await(main, value + " === ''");
		user.press(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
		FxTestApp.await(main, value + " === 'some text'");
		user.press(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
		FxTestApp.await(main, value + " === ''");
		user.press(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
		FxTestApp.await(main, value + " === 'some text'");
	}

	@Test
	void pageWritesTextAfterAClick() {
		main.evaluate("button.onclick = () => navigator.clipboard.writeText('from the page')"
				+ ".then(() => { window.done = 'written' }, (e) => { window.done = e.name }); 1");
		click(170);
		FxTestApp.await(main, "!!window.done");
		assertThat(main.evaluate("window.done")).isEqualTo("written");
		assertThat(clipboard(DataFormat.PLAIN_TEXT)).isEqualTo("from the page");
	}

	@Test
	void pageDoesNotWriteByItself() {
		assertThat(FxTestApp.settle(main,
				"new Promise((done) => setTimeout(done)).then(() => navigator.clipboard.writeText('x')).catch((e) => e.name)"))
			.isEqualTo("\"NotAllowedError\"");
		assertThat(clipboard(DataFormat.PLAIN_TEXT)).isEqualTo("null");
	}

	@Test
	void pageDecidesWhatIsCopied() {
		main.evaluate("document.oncopy = (event) => { event.clipboardData.setData('text/plain', 'other text');"
				+ " event.clipboardData.setData('text/html', '<b>other</b>'); event.preventDefault() }; 1");
		click(70);
		user.press(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
		user.press(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
		assertThat(clipboard(DataFormat.PLAIN_TEXT)).isEqualTo("other text");
		assertThat(clipboard(DataFormat.HTML)).isEqualTo("<b>other</b>");
	}

	@Test
	void pageReadsIfItMay() {
		fx(() -> Clipboard.getSystemClipboard().setContent(content("on the clipboard")));
		assertThat(FxTestApp.settle(main, "navigator.clipboard.readText()")).isEqualTo("\"on the clipboard\"");
	}

	private static ClipboardContent content(String text) {
		ClipboardContent content = new ClipboardContent();
		content.putString(text);
		return content;
	}

	@Test
	void slowScriptIsReportedAndTheApplicationGoesOn() throws Exception {
		slow.clear();
		reported = false;
		main.eval("setTimeout(() => { while (!confirm('reported?')) { const end = Date.now() + 50;"
				+ " while (Date.now() < end) { } } window.through = 1 })");
		SlowScriptEvent event = slowScript(false);
		assertThat(event.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(400));
		assertThat(event.suspects()).containsExactly(new SlowScriptEvent.Suspect(Label.of("main"), main.url()));
		assertThat(slowScript(true).suspects()).isEqualTo(event.suspects());
		FxTestApp.await(main, "window.through === 1");
	}

	// On a loaded machine the end of an earlier script may come first.
	private static SlowScriptEvent slowScript(boolean over) throws InterruptedException {
		SlowScriptEvent event = slow.poll(20, TimeUnit.SECONDS);
		while (event != null && event.over() != over) {
			event = slow.poll(20, TimeUnit.SECONDS);
		}
		return Objects.requireNonNull(event, "no event of a slow script");
	}

	/**
	 * Tells a script whether it has been reported, or never will be.
	 */
	private static final class Reported implements PageDialogs {

		private long since;

		@Override
		public void alert(Webview webview, String message) {
			throw new AssertionError("nothing is told");
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			if (this.since == 0) {
				this.since = System.nanoTime();
			}
			return reported || System.nanoTime() - this.since > FxTestApp.PATIENCE.toNanos();
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			throw new AssertionError("nothing is asked");
		}

	}

	private static final class Dialogs implements FileDialogs {

		private final BlockingQueue<FileDialogOptions> asked = new LinkedBlockingQueue<>();

		private volatile CompletableFuture<List<Path>> answer;

		@Override
		public CompletableFuture<List<Path>> open(FileDialogOptions options) {
			this.asked.add(options);
			return this.answer;
		}

		@Override
		public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
			throw new AssertionError("nothing is saved");
		}

	}

}
