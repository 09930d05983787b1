package dev.tauriboot.javafx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Windows, and what pages may do to them, in a real WebView.
 */
@ExtendWith(OutputCaptureExtension.class)
class FxWindowTests {

	private static void until(Callable<Boolean> condition) {
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(condition);
	}

	@Test
	void optionsShape() {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview webview = app.open(new WindowOptions(Label.of("shaped"), "/", "Shaped", 900, 300, null, null,
					500d, null, 10d, 20d, false, false, false, false, true, false, true, true));
			Window window = webview.window();
			assertThat(window.title()).isEqualTo("Shaped");
			assertThat(window.innerSize()).isEqualTo(new PhysicalSize(500, 300));
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(10, 20));
			assertThat(window.isResizable()).isFalse();
			assertThat(window.isDecorated()).isFalse();
			assertThat(window.isAlwaysOnTop()).isTrue();
			assertThat(window.isVisible()).isTrue();
			assertThat(window.scaleFactor()).isEqualTo(1);
		}
	}

	@Test
	void changesAreDoneAndTold() {
		try (FxTestApp app = new FxTestApp()) {
			List<String> told = new CopyOnWriteArrayList<>();
			app.runtime.addListener(new WindowListener() {

				@Override
				public void windowCreated(Label window) {
					told.add("created " + window);
				}

				@Override
				public void resized(Label window, int width, int height) {
					told.add("resized " + width + " " + height);
				}

				@Override
				public void moved(Label window, int x, int y) {
					told.add("moved " + x + " " + y);
				}

				@Override
				public void destroyed(Label window) {
					told.add("destroyed " + window);
				}

			});
			Window window = app.open("main").window();
			window.setTitle("New");
			window.setSize(420, 240);
			window.setPosition(30, 40);
			assertThat(window.title()).isEqualTo("New");
			until(() -> told.contains("resized 420 240") && told.contains("moved 30 40"));
			assertThat(window.innerSize()).isEqualTo(new PhysicalSize(420, 240));
			window.hide();
			assertThat(window.isVisible()).isFalse();
			assertThat(app.runtime.windows()).hasSize(1);
			window.show();
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(30, 40));
			assertThat(window.isVisible()).isTrue();
			window.maximize();
			assertThat(window.isMaximized()).isTrue();
			window.unmaximize();
			window.setFullscreen(true);
			assertThat(window.isFullscreen()).isTrue();
			window.destroy();
			until(() -> told.contains("destroyed main"));
			assertThat(told).startsWith("created main");
		}
	}

	@Test
	void listenerKeepsWindowOpen() { // row 100
		try (FxTestApp app = new FxTestApp()) {
			boolean[] keep = { true };
			app.runtime.addListener(new WindowListener() {

				@Override
				public boolean closeRequested(Label window) {
					return keep[0];
				}

			});
			Window window = app.open("main").window();
			window.close();
			assertThat(window.isVisible()).isTrue();
			assertThat(app.runtime.find(Label.of("main"))).isSameAs(window);
			keep[0] = false;
			window.close();
			until(() -> app.runtime.windows().isEmpty());
			until(() -> app.lastWindowClosed.get() == 1);
		}
	}

	@Test
	void usedLabelIsRefused() { // row 102
		try (FxTestApp app = new FxTestApp()) {
			app.open("main");
			assertThatIllegalStateException().isThrownBy(() -> app.runtime.create(WindowOptions.of("main")))
				.withMessage("a window with label `main` already exists");
		}
	}

	@Test
	void navigationAwayIsRefusedAndOpensOutside() {
		try (FxTestApp app = new FxTestApp()) {
			app.html.put("/", "<a id=l href='https://example.com/x'>l</a><a id=m href='mailto:a@b.example'>m</a>"
					+ "<a id=p href='tel:5'>p</a><a id=t target=_blank href='https://example.com/t'>t</a>");
			FxWebview webview = app.open("main");
			webview.eval("window.mark = 1");
			Object page = FxTestApp.page(webview);
			webview.eval("document.getElementById('l').click()");
			until(() -> app.opened.equals(List.of("https://example.com/x")));
			webview.eval("document.getElementById('m').click()");
			until(() -> app.opened.size() == 2);
			webview.eval("document.getElementById('t').click()");
			until(() -> app.opened.size() == 3);
			webview.eval("location.href = 'https://example.com/y'");
			until(() -> app.opened.size() == 4);
			webview.eval("document.getElementById('p').click()");
			until(() -> app.opened.size() == 5);
			assertThat(app.opened).containsExactly("https://example.com/x", "mailto:a@b.example",
					"https://example.com/t", "https://example.com/y", "tel:5");
			assertThat(webview.evaluate("window.mark")).isEqualTo(1);
			assertThat(webview.page()).isSameAs(page);
			assertThat(webview.url()).isEqualTo(webview.evaluate("location.href"));
			assertThat(FxTestApp.settle(webview, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
		}
	}

	@Test
	void dataUrlAndOtherSchemesAreRefused() {
		try (FxTestApp app = new FxTestApp((options) -> options.withLinks((url) -> false))) {
			app.html.put("/", "<iframe src='/frame'></iframe>");
			app.html.put("/frame", "<a id=top target=_top href='https://example.com/'>t</a>");
			FxWebview webview = app.open("main");
			webview.eval("window.mark = 1; location.href = 'data:text/html,x'");
			webview.eval("location.href = 'file:///etc/hostname'");
			webview.eval("location.href = 'about:blank'");
			webview.eval("frames[0].document.getElementById('top').click()");
			assertThat(FxTestApp.settle(webview, "new Promise((done) => setTimeout(() => done('still'), 300))"))
				.isEqualTo("\"still\"");
			assertThat(webview.evaluate("window.mark")).isEqualTo(1);
			assertThat(webview.page()).isNotNull();
		}
	}

	@Test
	void applicationItselfMayNavigateAnywhere(CapturedOutput output) {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview webview = app.open("main");
			Object page = FxTestApp.page(webview);
			webview.navigate("http://nowhere.invalid/");
			until(() -> output.getOut().contains("could not load http://nowhere.invalid/"));
			assertThat(app.opened).isEmpty();
			assertThat(webview.page()).isSameAs(page);
		}
	}

	@Test
	void popupOfAScriptIsRefusedAndOpensOutside(CapturedOutput output) {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview webview = app.open("main");
			int shown = stages();
			webview.eval("window.mark = 1; window.open('https://example.com/a')");
			until(() -> app.opened.equals(List.of("https://example.com/a")));
			webview.eval("window.open('mailto:a@b.example', '_blank', 'noopener'); window.open('tel:123')");
			until(() -> app.opened.size() == 3);
			assertThat(app.opened).containsExactlyInAnyOrder("https://example.com/a", "mailto:a@b.example", "tel:123");
			webview.eval("window.open('/'); window.open('http://tauri.localhost/x')");
			until(() -> output.getOut().contains("was refused to navigate to http://tauri.localhost/x"));
			assertThat(app.opened).hasSize(3);
			assertThat(stages()).isEqualTo(shown);
			assertThat(webview.evaluate("window.mark")).isEqualTo(1);
		}
	}

	@Test
	void popupOfAnAllowedOriginIsShownWithoutBridge() {
		try (FxTestApp app = new FxTestApp((options) -> options.withAllowed(List.of("http://tauri.localhost")))) {
			app.html.put("/popup", "<script>opener.told = ['isTauri' in window, opener.isTauri].join()</script>");
			FxWebview webview = app.open("main");
			int shown = stages();
			webview.eval("window.open('/popup')");
			until(() -> stages() == shown + 1);
			FxTestApp.await(webview, "window.told !== undefined");
			webview.eval("window.open('https://example.com/b')");
			until(() -> app.opened.equals(List.of("https://example.com/b")));
			assertThat(stages()).isEqualTo(shown + 1);
			assertThat(app.runtime.windows()).hasSize(1);
		}
	}

	@Test
	void pageOpensNoWindowUnlessWanted() {
		try (FxTestApp app = unrepaired()) {
			app.html.put("/popup", "<h1>popup</h1>");
			FxWebview webview = app.open("main");
			int shown = stages();
			assertThat(webview.evaluate("window.mark = 1; [window.open('/popup'), window.open('https://example.com/a'),"
					+ " window.open('mailto:a@b.example', '_blank', 'noopener'), window.open()].join()"))
				.isEqualTo(",,,");
			webview.eval("const link = document.createElement('a'); link.target = '_blank'; link.href = '/popup';"
					+ " link.click(); link.href = 'https://example.com/b'; link.click();");
			until(() -> app.opened.equals(List.of("https://example.com/b")));
			assertThat(stages()).isEqualTo(shown);
			assertThat(webview.evaluate("window.mark + document.querySelector('h1').textContent")).isEqualTo("1first");
		}
	}

	private static FxTestApp unrepaired() {
		return new FxTestApp((options) -> options.withAllowed(List.of("http://tauri.localhost")),
				(runtime) -> runtime.setRepairKit(FxRepairKit.NONE));
	}

	private static int stages() {
		return FxTestApp.fx(() -> javafx.stage.Window.getWindows().size());
	}

	@Test
	void allowedOriginIsShownAndGetsNoBridge() {
		try (FxTestApp other = new FxTestApp();
				FxTestApp app = new FxTestApp((options) -> options.withAllowed(List.of("http://tauri.localhost",
						"http://tauri.localhost:1420", "http://tauri.localhost:1421")))) {
			String foreign = origin(other);
			assertThat(foreign).isNotEqualTo(origin(app));
			FxWebview webview = app.open("main");
			Object page = FxTestApp.page(webview);
			webview.eval("location.href = '" + foreign + "/'");
			FxTestApp.await(webview, "location.origin === '" + foreign + "' && document.readyState === 'complete'");
			assertThat(page).extracting("open").isEqualTo(false);
			assertThat(webview.page()).isNull();
			assertThat(webview.evaluate("typeof __TAURI_INTERNALS__.invoke")).isNull();
			assertThat(app.opened).isEmpty();
		}
	}

	private static String origin(FxTestApp app) {
		FxWebview webview = app.open("origin");
		String origin = (String) webview.evaluate("location.origin");
		app.runtime.create(WindowOptions.of("keeps-open"));
		webview.window().destroy();
		return origin;
	}

	@Test
	void dialogsAreAnswered() {
		List<String> asked = new CopyOnWriteArrayList<>();
		PageDialogs dialogs = new PageDialogs() {

			@Override
			public void alert(Webview webview, String message) {
				asked.add(webview.label() + " alert " + message);
			}

			@Override
			public boolean confirm(Webview webview, String message) {
				asked.add("confirm " + message);
				return true;
			}

			@Override
			public String prompt(Webview webview, String message, String defaultValue) {
				asked.add("prompt " + message + " " + defaultValue);
				return "answer";
			}

		};
		try (FxTestApp app = new FxTestApp((options) -> options.withDialogs(dialogs))) {
			FxWebview webview = app.open("main");
			webview.evaluate("alert('a')");
			assertThat(webview.evaluate("confirm('b')")).isEqualTo(true);
			assertThat(webview.evaluate("prompt('c', 'd')")).isEqualTo("answer");
			assertThat(asked).containsExactly("main alert a", "confirm b", "prompt c d");
		}
	}

	@Test
	void dialogsWithoutAScreenAreDismissed() {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview webview = app.open("main");
			webview.evaluate("alert('a')");
			assertThat(webview.evaluate("confirm('b')")).isEqualTo(false);
			assertThat(webview.evaluate("prompt('c') === null || prompt('c') === ''")).isEqualTo(true);
		}
	}

	@Test
	void consoleGoesToTheLog(CapturedOutput output) {
		try (FxTestApp app = new FxTestApp()) {
			app.html.put("/", "\n\n<script>console.log('hello log');\nsetTimeout(() => { null.x; });</script>");
			FxWebview webview = app.open("loud");
			until(() -> output.getOut().contains("TypeError"));
			assertThat(output.getOut()).contains("tauri.console.loud")
				.contains("hello log (http://tauri.localhost/:3)")
				.contains("(http://tauri.localhost/:4)");
			long start = System.nanoTime();
			webview.evaluate("for (let i = 0; i < 5000; i++) console.log('flood ' + i)");
			long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
			assertThat(output.getOut().split("flood ", -1)).hasSizeBetween(2,
					(int) (seconds + 2) * FxConsole.LINES_PER_SECOND + 1);
		}
	}

	@Test
	void consoleTellsLevelsAndAllArguments(CapturedOutput output) {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview webview = app.open("main");
			webview.eval(
					"console.log('a', 1, true, null, undefined, 2n, { b: [1, 'c'], d: new Map([['e', {}]]) }, [new Set([1])])");
			webview.eval("console.warn('%s is %d%% %c%o', 'x', 42.5, 'color: red', { y: 1 }, 'rest')");
			webview.eval("const e = new Error('broken', { cause: new TypeError('deep') }); console.error('oops', e)");
			webview.eval("console.debug('unseen'); console.assert(true, 'unseen'); console.assert(1 > 2, 'sums')");
			webview.eval("const o = { toJSON() { console.log('nested'); return { self: o }; } }; console.info(o)");
			webview.eval("const c = {}; c.c = c; console.log(c, document.body, class A {}, new Date(0))");
			webview.eval("console.log({ get g() { throw 1; } }, Object.create(null))");
			webview.eval("console.log('one\\ntwo \\u001b[31m\\u202e (http://fake/:1)')");
			webview.eval(
					"console.log('x'.repeat(1e6), { long: 'y'.repeat(1e6) }); console.log(new Array(1e6).fill({ z: 1 }))");
			webview.eval("console.log('last')");
			until(() -> output.getOut().contains("last"));
			String out = output.getOut();
			assertThat(out)
				.contains("a 1 true null undefined 2n {\"b\":[1,\"c\"],\"d\":Map(1) {\"e\" => {}}} [Set(1) {1}]")
				.containsPattern("WARN .*x is 42% \\{\"y\":1} rest")
				.containsPattern("ERROR .*oops Error: broken\\\\n    at .*Caused by: TypeError: deep")
				.containsPattern("ERROR .*Assertion failed sums")
				.doesNotContain("unseen")
				.contains("{\"self\":[Circular]}")
				.containsPattern("INFO .*nested")
				.contains("{\"c\":[Circular]} <body> ƒ A \"1970-01-01T00:00:00.000Z\"")
				.contains("[object] {}")
				.contains("one\\ntwo \\u001b[31m\\u202e (http://fake/:1) (");
			assertThat(out.lines()).allMatch((line) -> line.length() < 10_000)
				.anyMatch((line) -> line.contains("last"));
			assertThat(webview.evaluate("[console.log.name, console.error.name, typeof console.table].join()"))
				.isEqualTo("log,error,function");
			assertThat(webview.evaluate("[1, 2].forEach(console.log)")).isNull();
		}
	}

	@Test
	void consoleIsLeftToTheEngineUnlessWanted(CapturedOutput output) {
		try (FxTestApp quiet = unrepaired(); FxTestApp app = new FxTestApp()) {
			quiet.html.put("/", "<script>console.error('unheard'); setTimeout(() => { null.unheard; });</script>");
			FxWebview webview = quiet.open("quiet");
			assertThat(webview.evaluate("`${console.log}`.includes('[native code]')")).isEqualTo(true);
			webview.eval("for (let i = 0; i < 500; i++) { console.log('unheard', i); }");
			webview.eval("print(); const frame = document.body.appendChild(document.createElement('iframe'));"
					+ " frame.contentWindow.console.log('unheard'); setTimeout(() => { window.through = 1; });");
			FxTestApp.await(webview, "window.through === 1");
			app.open("loud").eval("console.log('heard')");
			until(() -> output.getOut().contains("tauri.console.loud"));
			assertThat(output.getOut()).doesNotContain("tauri.console.quiet").doesNotContain("unheard");
		}
	}

	@Test
	void twoRuntimesAtOnceAndOneAfter() {
		try (FxTestApp first = new FxTestApp(); FxTestApp second = new FxTestApp()) {
			second.html.put("/", "<h1>other</h1>");
			FxWebview a = first.open("main");
			FxWebview b = second.open("main");
			assertThat(a.evaluate("document.querySelector('h1').textContent")).isEqualTo("first");
			assertThat(b.evaluate("document.querySelector('h1').textContent")).isEqualTo("other");
			assertThat(FxTestApp.settle(b, "__TAURI_INTERNALS__.invoke('add', { a: 2, b: 2 })")).isEqualTo("4");
			assertThat(a.evaluate("location.origin")).isNotEqualTo(b.evaluate("location.origin"));
		}
		try (FxTestApp third = new FxTestApp()) {
			assertThat(third.open("main").evaluate("location.origin")).isEqualTo("http://tauri.localhost");
		}
	}

	@Test
	void screenshotShowsThePage() throws IOException {
		try (FxTestApp app = new FxTestApp()) {
			app.html.put("/", "<body style='margin:0;background:#204080'><div style='width:50%;height:300px;"
					+ "background:#f0c020'></div></body>");
			FxWebview webview = app.open("main");
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(webview.screenshot()));
			assertThat(image.getWidth()).isEqualTo(800);
			assertThat(image.getHeight()).isEqualTo(600);
			assertThat(image.getRGB(100, 100)).isEqualTo(0xfff0c020);
			assertThat(image.getRGB(700, 500)).isEqualTo(0xff204080);
		}
	}

	@Test
	void userDataDirectoryIsCreated(@TempDir Path folder) {
		Path data = folder.resolve("deep/data");
		try (FxTestApp app = new FxTestApp((options) -> new FxRuntimeOptions(options.door(), options.pages(),
				options.mapper(), options.app(), options.protocols(), data, options.lastWindowClosed()))) {
			FxWebview webview = app.open("main");
			webview.evaluate("localStorage.setItem('a', 'stored by the page')");
			assertThat(webview.evaluate("localStorage.getItem('a')")).isEqualTo("stored by the page");
			assertThat(data).isDirectory();
			FxTestApp.awaitWritten(data, "stored by the page");
		}
	}

}
