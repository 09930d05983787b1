package dev.tauriboot.javafx;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.window.WindowOptions;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are dragged onto a page in a real WebView.
 */
class FxDroppedFilesTests {

	private static final String PAGE = """
			<div id=area style='position: absolute; left: 0; top: 0; width: 200px; height: 200px'></div>
			<iframe id=frame srcdoc='<input id=inner>' style='position: absolute; top: 300px'></iframe>
			<script>
			const seen = [];
			const keys = [];
			window.addEventListener('keydown', (event) => keys.push(event.key), true);
			for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
			  area.addEventListener(type, (event) => {
			    event.preventDefault();
			    const { types, files, items } = event.dataTransfer;
			    seen.push([type, [...types].join(), files.length, items ? items.length : -1]);
			    if (type === 'drop') {
			      window.dropped = event.dataTransfer;
			    }
			  });
			}
			</script>""";

	@TempDir
	static Path directory;

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() {
		app = new FxTestApp((options) -> options,
				(runtime) -> runtime.setRepairKit(FxRepairKit.NONE.withFileInputs(FileDialogs.unavailable())));
		app.html.put("/", PAGE);
		main = window(app, "main");
	}

	private static FxWebview window(FxTestApp app, String label) {
		WindowOptions options = WindowOptions.of(label);
		return app.open(options.withTraits(options.traits().withDragDrop(false)));
	}

	@AfterAll
	static void close() {
		app.close();
	}

	@BeforeEach
	void begin() {
		main.evaluate("seen.length = 0; keys.length = 0; delete window.dropped; 1");
	}

	private static void drag(FxWebview webview, ClipboardContent content, List<EventType<DragEvent>> events) {
		app.runtime.mainThread().execute(() -> {
			Dragboard dragboard = dragboard(content);
			for (EventType<DragEvent> type : events) {
				Event.fireEvent(webview.view(),
						new DragEvent(type, dragboard, 30, 40, 30, 40, TransferMode.COPY, null, webview.view(), null));
			}
		});
		FxTestApp.await(webview, "true");
	}

	private static void drop(FxWebview webview, ClipboardContent content) {
		drag(webview, content, List.of(DragEvent.DRAG_ENTERED_TARGET, DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED,
				DragEvent.DRAG_EXITED_TARGET));
	}

	private static Dragboard dragboard(ClipboardContent content) {
		try {
			Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
			constructor.setAccessible(true);
			Dragboard dragboard = constructor.newInstance(clipboard(Toolkit.getToolkit().createLocalClipboard()));
			dragboard.setContent(content);
			return dragboard;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// A clipboard of this process does not say in which ways its content may be taken.
	private static TKClipboard clipboard(TKClipboard local) {
		return (TKClipboard) Proxy.newProxyInstance(TKClipboard.class.getClassLoader(),
				new Class<?>[] { TKClipboard.class },
				(proxy, method, arguments) -> method.getName().equals("getTransferModes")
						? EnumSet.of(TransferMode.COPY) : method.invoke(local, arguments));
	}

	private static ClipboardContent files(Path... paths) {
		ClipboardContent content = new ClipboardContent();
		content.putFiles(Arrays.stream(paths).map(Path::toFile).toList());
		content.putUrl(paths[0].toUri().toString());
		return content;
	}

	@Test
	void pageGetsFiles() throws Exception {
		Path one = Files.writeString(directory.resolve("one.png"), "1");
		Path two = Files.writeString(directory.resolve("ü two.txt"), "22");
		Path folder = Files.createDirectory(directory.resolve("folder"));
		drop(main, files(one, two, folder));
		assertThat(main.evaluate("JSON.stringify(seen)"))
			.isEqualTo("[[\"dragenter\",\"Files\",0,3],[\"dragover\",\"Files\",0,3],[\"drop\",\"Files\",3,3]]");
		assertThat(main.evaluate("JSON.stringify([...dropped.files].slice(0, 2).map((f) => [f.name, f.size, f.type]))"))
			.isEqualTo("[[\"one.png\",1,\"image/png\"],[\"ü two.txt\",2,\"text/plain\"]]");
		assertThat(((Number) main.evaluate("dropped.files[0].lastModified")).longValue() / 1000)
			.isEqualTo(Files.getLastModifiedTime(one).toMillis() / 1000);
		assertThat(main.evaluate("[...dropped.items].every((item, i) => item.kind === 'file'"
				+ " && item.getAsFile() === dropped.files[i] && item.type === dropped.files[i].type)"))
			.isEqualTo(true);
		assertThat(main.evaluate("dropped.files instanceof FileList && dropped.files[2].name")).isEqualTo("folder");
		assertThat(FxTestApp.settle(main, "Promise.all([...dropped.files].map((f) => f.text().catch((e) => e.name)))"))
			.isEqualTo("[\"1\",\"22\",\"NotReadableError\"]");
		assertThat(main.evaluate("{ const input = document.createElement('input'); input.type = 'file';"
				+ " input.files = dropped.files; input.files.length }"))
			.as("an input takes them over")
			.isEqualTo(3);
		assertThat(main.evaluate("dropped.getData('text/uri-list') + dropped.getData('text/plain')")).isEqualTo("");
		assertThat(main.evaluate("keys.length")).as("the key is not seen").isEqualTo(0);
	}

	@Test
	void pageGetsFilesWhileAFrameHasTheFocus() throws Exception {
		Path file = Files.writeString(directory.resolve("frame.txt"), "of the page");
		FxTestApp.await(main, "!!frame.contentDocument && !!frame.contentDocument.getElementById('inner')");
		main.evaluate("frame.contentDocument.getElementById('inner').focus(); 1");
		assertThat(main.evaluate("document.activeElement.id")).isEqualTo("frame");
		drop(main, files(file));
		assertThat(FxTestApp.settle(main, "dropped.files[0].text()")).isEqualTo("\"of the page\"");
	}

	@Test
	void largeFileIsReadByTheEngineWhenAsked() throws Exception {
		Path large = directory.resolve("large.bin");
		Files.write(large, new byte[64 * 1024 * 1024]);
		drop(main, files(large));
		assertThat(main.evaluate("dropped.files[0].size")).isEqualTo(64 * 1024 * 1024);
		assertThat(FxTestApp.settle(main, "dropped.files[0].slice(1000, 1010).arrayBuffer().then((b) => b.byteLength)"))
			.isEqualTo("10");
	}

	@Test
	void pageIsToldThatFilesLeave() throws Exception {
		drag(main, files(Files.writeString(directory.resolve("gone.txt"), "")),
				List.of(DragEvent.DRAG_ENTERED_TARGET, DragEvent.DRAG_OVER, DragEvent.DRAG_EXITED_TARGET));
		assertThat(main.evaluate("JSON.stringify(seen.map((event) => event[0]))"))
			.isEqualTo("[\"dragenter\",\"dragover\",\"dragleave\"]");
	}

	@Test
	void textStaysWhatItWas() {
		ClipboardContent content = new ClipboardContent();
		content.putString("some text");
		// A view shows the engine the data of its first drag again and again.
		FxWebview other = window(app, "other");
		drop(other, content);
		assertThat(other.evaluate("JSON.stringify(seen[2])")).isEqualTo("[\"drop\",\"text/plain\",0,-1]");
	}

	@Test
	void pageGetsNoFilesUnlessWanted() throws Exception {
		try (FxTestApp bare = new FxTestApp()) {
			bare.html.put("/", PAGE);
			FxWebview webview = window(bare, "bare");
			drop(webview, files(Files.writeString(directory.resolve("kept.txt"), "1")));
			assertThat(webview.evaluate("seen.map((event) => event[0]).join() + dropped.files.length"))
				.isEqualTo("dragenter,dragover,drop0");
		}
	}

	@Test
	void eventsOfScriptsAreLeftAlone() {
		main.evaluate("area.dispatchEvent(new DragEvent('drop', { dataTransfer: new DataTransfer() })); 1");
		assertThat(main.evaluate("JSON.stringify(seen)")).isEqualTo("[[\"drop\",\"\",0,-1]]");
	}

}
