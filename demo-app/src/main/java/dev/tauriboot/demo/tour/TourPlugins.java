package dev.tauriboot.demo.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import dev.tauriboot.Label;
import dev.tauriboot.demo.notes.Note;
import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.runtime.Clipboard;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Shows what the application does by plugins, and what it keeps for the next start.
 */
final class TourPlugins {

	private static final String ITEMS = "[...document.querySelectorAll('#list li')]";

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final TourPage page;

	private final NoteStore store;

	private final TourDesktop desktop;

	private final Clipboard clipboard;

	private final DesktopRuntime runtime;

	private final Path log;

	private final BiConsumer<String, String> say;

	private final Consumer<String> picture;

	TourPlugins(TourPage page, NoteStore store, TourDesktop desktop, Clipboard clipboard, DesktopRuntime runtime,
			Path log, BiConsumer<String, String> say, Consumer<String> picture) {
		this.page = page;
		this.store = store;
		this.desktop = desktop;
		this.clipboard = clipboard;
		this.runtime = runtime;
		this.log = log;
		this.say = say;
		this.picture = picture;
	}

	/**
	 * Go through it.
	 * @param note the note that is open
	 * @return what the next start has to remember
	 * @throws IOException if files cannot be read
	 */
	Memory run(Note note) throws IOException {
		count(note);
		order(note);
		copy();
		export(note);
		links(note);
		errors();
		Window window = window();
		window.setSize(680, 480);
		waitFor("The window does not become smaller", () -> window.innerSize().width() < 1000);
		this.page.waitFor("innerWidth === 680 && innerHeight === 480");
		this.picture.accept("small");
		return new Memory(note.path(), window.innerSize());
	}

	private void count(Note note) {
		for (String path : List.of("outside.md", note.path(), "outside.md", note.path())) {
			this.page.click("#list li[data-path=" + this.page.quoted(path) + "]");
			this.page.waitFor("document.querySelector('#list li[aria-selected=true]').dataset.path === "
					+ this.page.quoted(path) + " && document.querySelector('#name').value === "
					+ this.page.quoted(path.replaceFirst("^.*/", "").replaceFirst("(?i)\\.md$", ""))
					+ " && document.querySelector('#opened').textContent.includes('opened')");
		}
		String counted = this.page.text("document.querySelector('#opened').textContent");
		Assert.state(counted.matches("opened \\d+ times"), "The status says: " + counted);
		this.say.accept("sql", "the history counts: “" + note.title() + "” was " + counted);
	}

	private void order(Note note) {
		choose("title");
		this.page.waitFor(ITEMS + ".every((item, at, items) => !at || items[at - 1].firstChild.textContent"
				+ ".localeCompare(item.firstChild.textContent) <= 0)");
		choose("opened");
		this.page.waitFor(ITEMS + "[0].dataset.path === " + this.page.quoted(note.path()));
		this.say.accept("store", "the order chosen is kept: most opened first");
		this.picture.accept("most-opened");
	}

	private void choose(String order) {
		this.page.text("""
				(() => {
					const order = document.querySelector('#sort');
					order.value = '%s';
					order.dispatchEvent(new Event('change', { bubbles: true }));
				})()""".formatted(order));
	}

	private void copy() {
		this.page.click("#copy");
		this.page.waitFor("document.querySelector('#toast').textContent === 'Copied as Markdown.'");
		String text = this.page.text("document.querySelector('#editor').value");
		Assert.state(text.equals(this.clipboard.readText().join().orElse(null)), "Another text was copied");
		this.say.accept("copy", "the clipboard has the note, " + text.length() + " characters");
	}

	private void export(Note note) throws IOException {
		this.page.click("#export");
		this.page.waitFor("document.querySelector('#toast').textContent.startsWith('Exported to')");
		Path exported = this.store.folder()
			.resolve("Exported")
			.resolve(this.page.text("document.querySelector('#name').value") + ".html");
		String html = Files.readString(exported);
		Assert.state(html.startsWith("<!DOCTYPE html>") && html.contains("Seen on tour</h2>"),
				"Another page was exported: " + html);
		waitFor("Nothing was shown in the file manager", () -> !this.desktop.opened().isEmpty());
		this.say.accept("fs", "“" + note.title() + "” exported as a page of " + Files.size(exported) + " bytes");
		this.page.text("window.tour = undefined; __TAURI_INTERNALS__.invoke('plugin:fs|mkdir', { path: "
				+ this.page.quoted(this.store.folder().resolveSibling("elsewhere").toString())
				+ " }).then(() => 'made', String).then((told) => { window.tour = told; }); null");
		this.page.waitFor("window.tour?.includes('forbidden path')");
		this.say.accept("fs", "elsewhere: " + this.page.text("window.tour.replace(/.*?(forbidden path).*/, '$1')"));
		this.picture.accept("exported");
	}

	private void links(Note note) {
		this.desktop.opened().clear();
		this.page.click("#folder");
		waitForOpened(this.store.folder().toString());
		this.page.type("#editor", note.content() + "\n[Tauri](https://tauri.app/) on the web\n");
		this.page.waitFor("document.querySelector('#preview a[href=\"https://tauri.app/\"]')");
		this.page.click("#preview a[href=\"https://tauri.app/\"]");
		waitForOpened("https://tauri.app/");
		this.say.accept("opener", "the desktop was asked to open " + this.desktop.opened());
	}

	private void waitForOpened(String target) {
		waitFor("The desktop was not asked for " + target + " but for " + this.desktop.opened(),
				() -> this.desktop.opened().contains(target));
	}

	private void errors() {
		this.page.text("setTimeout(() => { throw new Error('Thrown on tour'); }); null");
		waitFor("The log has no errors of pages", () -> line("Thrown on tour") != null);
		waitFor("The log does not tell of the export", () -> line("Exported ") != null);
		this.say.accept("log", String.valueOf(line("Thrown on tour")).replaceFirst("^.*?(?=webview)", ""));
	}

	private @Nullable String line(String text) {
		try {
			return Files.readAllLines(this.log)
				.stream()
				.filter((line) -> line.contains("webview.main") && line.contains(text))
				.findFirst()
				.orElse(null);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Could not read the log", ex);
		}
	}

	/**
	 * See what is kept for the next start, once the application has ended.
	 * @param memory what there was
	 * @throws IOException if files cannot be read
	 */
	void kept(Memory memory) throws IOException {
		String preferences = Files.readString(file(BaseDirectory.APPDATA, "preferences.json"));
		for (String value : List.of(this.page.quoted(memory.path()), "\"opened\"", "\"dark\"")) {
			Assert.state(preferences.contains(value), "The preferences are " + preferences);
		}
		this.say.accept("store", "the note, the order and the theme are kept for the next start");
		String windows = Files.readString(file(BaseDirectory.APPCONFIG, ".window-state.json"));
		Assert.state(windows.contains(String.valueOf(memory.size().width())), "The windows are " + windows);
		this.say.accept("state",
				"so is the size of the window, " + memory.size().width() + " × " + memory.size().height());
	}

	private Path file(BaseDirectory directory, String name) {
		Path folder = this.desktop.resolve(directory);
		Assert.state(folder != null, "There is no such folder");
		return folder.resolve(name);
	}

	private Window window() {
		Window window = this.runtime.find(Label.of("main"));
		Assert.state(window != null, "There is no main window");
		return window;
	}

	private static void waitFor(String otherwise, BooleanSupplier condition) {
		Instant end = Instant.now().plus(LIMIT);
		while (!condition.getAsBoolean()) {
			Assert.state(Instant.now().isBefore(end), otherwise);
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

	/**
	 * What is remembered.
	 *
	 * @param path the note that was open
	 * @param size the size of the window
	 */
	record Memory(String path, PhysicalSize size) {
	}

}
