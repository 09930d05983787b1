package dev.tauriboot.demo.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.demo.NotesApplication;
import dev.tauriboot.demo.notes.Note;
import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.runtime.Clipboard;
import dev.tauriboot.runtime.DesktopRuntime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

/**
 * Goes through the features of the application without a display, on a copy of real
 * notes, and takes pictures.
 *
 * @since 0.1.0
 */
public final class Tour {

	private static final int MANY = 2000;

	private static final long QUIET_MILLIS = 300;

	private static final String LOG = "notes.log";

	private final PrintStream out = System.out;

	private final Path work;

	private final Path pictures;

	private final NoteStore store;

	private final RecentDenials denials;

	private final TourPage main;

	private final TourPage viewer;

	private final TourDeletions deletions;

	private final TourPlugins plugins;

	private String path = "";

	private int taken;

	private Tour(ConfigurableApplicationContext context, Path work, Path pictures) {
		this.work = work;
		this.pictures = pictures;
		this.store = context.getBean(NoteStore.class);
		this.denials = context.getBean(RecentDenials.class);
		DesktopRuntime runtime = context.getBean(DesktopRuntime.class);
		JsonMapper mapper = context.getBean(JsonMapper.class);
		this.main = new TourPage(runtime, mapper, "main");
		this.viewer = new TourPage(runtime, mapper, "viewer");
		this.deletions = new TourDeletions(this.main, this.store, context.getBean(TourDialogs.class), this::say,
				(name) -> picture(this.main, name));
		this.plugins = new TourPlugins(this.main, this.store, context.getBean(TourDesktop.class),
				context.getBean(Clipboard.class), runtime, work.resolve(LOG), this::say,
				(name) -> picture(this.main, name));
	}

	/**
	 * Start the application and go through it. Pictures are written to
	 * {@code target/tour}.
	 * @param notes a folder of Markdown files, which stays as it is
	 * @return whether everything was as it should be
	 * @throws IllegalArgumentException if there is no such folder, or no Markdown in it
	 * @throws IOException if files cannot be read or written
	 */
	public static boolean run(Path notes) throws IOException {
		Assert.isTrue(Files.isDirectory(notes), () -> "Cannot go on a tour of " + notes + ": it is not a folder");
		Path pictures = Files.createDirectories(Path.of("target", "tour"));
		Path work = Files.createTempDirectory("tour");
		try {
			copyMarkdown(notes, work.resolve("notes"));
			Assert.isTrue(Files.exists(work.resolve("notes")),
					() -> "Cannot go on a tour of " + notes + ": no Markdown file (.md) is in it");
			copyMarkdown(notes, work.resolve("imported"));
			Tour tour;
			TourPlugins.Memory memory;
			try (ConfigurableApplicationContext context = start(work)) {
				tour = new Tour(context, work, pictures);
				memory = tour.run();
			}
			return memory != null && tour.ended(memory);
		}
		finally {
			FileSystemUtils.deleteRecursively(work);
		}
	}

	private static ConfigurableApplicationContext start(Path work) {
		return new SpringApplicationBuilder(NotesApplication.class)
			.properties("tauri.runtime=javafx", "tauri.javafx.headless=true", "tauri.app.exit-jvm=false")
			.initializers(TourDialogs::register, (context) -> TourDesktop.register(context, work.resolve("home")))
			.run("--notes.folder=" + work.resolve("notes"), "--logging.file.name=" + work.resolve(LOG),
					"--tauri.javafx.user-data-directory=" + work.resolve("data"));
	}

	private TourPlugins.@Nullable Memory run() {
		try {
			list();
			open();
			edit();
			create();
			this.deletions.run();
			search();
			cancelImport();
			importAll();
			changeOutside();
			secondWindow();
			refusal();
			dark();
			return this.plugins.run(first());
		}
		catch (IOException | RuntimeException ex) {
			failed(ex);
			picture(this.main, "failure");
			return null;
		}
	}

	private boolean ended(TourPlugins.Memory memory) {
		try {
			this.plugins.kept(memory);
			this.out.println("Tour: all well, " + this.taken + " pictures in " + this.pictures.toAbsolutePath());
			return true;
		}
		catch (IOException | RuntimeException ex) {
			failed(ex);
			return false;
		}
	}

	private void failed(Exception ex) {
		this.out.println("Tour: FAILED: " + ex.getMessage());
		ex.printStackTrace(this.out);
	}

	private void list() throws IOException {
		int notes = this.store.paths().size();
		this.path = this.store.paths().stream().min(Comparator.naturalOrder()).orElseThrow();
		this.main.waitFor("document.documentElement.dataset.ready === ''");
		this.main.waitFor("document.querySelectorAll('#list li').length === " + notes);
		say("list", notes + " notes: " + this.main.text("document.querySelector('#list-info').textContent"));
		picture(this.main, "list");
	}

	private Note first() throws IOException {
		return this.store.read(this.path);
	}

	private void open() throws IOException {
		Note note = first();
		this.main.click("#list li[data-path=" + this.main.quoted(note.path()) + "]");
		this.main.waitFor("document.querySelector('#editor').value.length > 0");
		this.main.waitFor("document.querySelector('#preview').childElementCount > 0");
		String shown = this.main.text("document.querySelector('#editor').value");
		Assert.state(shown.equals(note.content().replace("\r\n", "\n")), "The editor shows another text than the file");
		say("open", note.path() + ", “" + note.title() + "”, "
				+ this.main.text("document.querySelector('#preview').childElementCount") + " blocks in the preview");
	}

	private void edit() throws IOException {
		Note note = first();
		this.main.type("#editor", note.content() + "\n## Seen on tour\n\n- [x] **saved** by the editor\n");
		this.main.waitFor("document.querySelector('#preview').lastElementChild.textContent.includes('saved by')");
		this.main.waitFor("document.querySelector('#saved').textContent === 'Saved'");
		Assert.state(this.store.read(note.path()).content().contains("Seen on tour"), "The file was not saved");
		this.main.waitFor("document.querySelector('#list li').dataset.path === " + this.main.quoted(note.path()));
		say("edit", "saved on disk, " + Files.size(this.store.folder().resolve(note.path()))
				+ " bytes; now first of the list");
		picture(this.main, "note");
	}

	private void create() {
		this.main.click("#new-note");
		this.main.type("#ask-input", "  ");
		this.main.click("#ask-ok");
		this.main.waitFor("document.querySelector('#ask-error').textContent.length > 0");
		say("create", "without a title: " + this.main.text("document.querySelector('#ask-error').textContent"));
		picture(this.main, "validation");
		this.main.type("#ask-input", "Written on tour");
		this.main.click("#ask-ok");
		this.main.waitFor(
				"document.querySelector('#list li[aria-selected=true] strong').textContent" + " === 'Written on tour'");
		Assert.state(this.store.exists("Written on tour.md"), "The note was not created");
		say("create", "“Written on tour”");
	}

	private void search() throws IOException {
		String word = Stream.of(first().title().split("[^\\p{L}\\p{N}]+"))
			.max(Comparator.comparing(String::length))
			.orElseThrow();
		// A call for each letter, each cancelling the one before.
		for (int end = 1; end <= word.length(); end++) {
			this.main.type("#search", word.substring(0, end));
		}
		this.main.waitFor("[...document.querySelectorAll('#list li')].some((item) => item.dataset.path === "
				+ this.main.quoted(this.path) + ") && document.querySelector('#list-info').textContent"
				+ ".includes('match') && !document.querySelector('#list time').textContent");
		say("search", "“" + word + "”: " + this.main.text("document.querySelector('#list-info').textContent")
				+ ", best “" + this.main.text("document.querySelector('#list li strong').textContent") + "”");
		picture(this.main, "search");
		this.main.type("#search", "");
		this.main.waitFor("document.querySelector('#list-info').textContent.includes('note')");
	}

	private void cancelImport() throws IOException {
		Path many = Files.createDirectories(this.work.resolve("many"));
		for (int i = 0; i < MANY; i++) {
			Files.writeString(many.resolve("note-%04d.md".formatted(i)), "# Note " + i + "\n\nOne of many.\n");
		}
		this.main.click("#import-open");
		this.main.type("#import-source", many.toString());
		this.main.click("#import-start");
		this.main.waitFor("document.querySelector('#import-bar').value > 0");
		this.main.click("#import-cancel");
		this.main.waitFor("document.querySelector('#import-text').textContent.startsWith('Cancelled')");
		// A cancelled command ends soon, not at once: nothing more may come for a while.
		Instant since = Instant.now();
		int before = copies();
		while (Instant.now().isBefore(since.plusMillis(QUIET_MILLIS))) {
			if (copies() != before) {
				before = copies();
				since = Instant.now();
			}
		}
		Assert.state(before < MANY, "The import went on after it was cancelled");
		// The last note may have been written, but not told of, when the command was
		// stopped.
		this.main
			.waitFor(before + " - document.querySelector('#import-text').textContent.match(/(\\d+) notes/)[1] < 2");
		say("cancel", this.main.text("document.querySelector('#import-text').textContent"));
		picture(this.main, "import-cancelled");
		this.main.click("#import-cancel");
		FileSystemUtils.deleteRecursively(this.store.folder().resolve("many"));
		this.main.waitFor("!document.querySelector('#list').textContent.includes('One of many')");
	}

	private int copies() {
		String[] files = this.store.folder().resolve("many").toFile().list((folder, name) -> name.endsWith(".md"));
		return (files != null) ? files.length : 0;
	}

	private void importAll() throws IOException {
		int before = this.store.paths().size();
		this.main.click("#import-open");
		this.main.click("#import-choose");
		this.main.waitFor("document.querySelector('#import-source').value === "
				+ this.main.quoted(this.work.resolve("imported").toString()));
		say("dialog", "the folder to import was chosen in a dialog");
		picture(this.main, "import");
		this.main.click("#import-start");
		this.main.waitFor("document.querySelector('#toast').textContent.startsWith('Imported')");
		int after = this.store.paths().size();
		Assert.state(after > before, "Nothing was imported");
		this.main.waitFor("document.querySelectorAll('#list li').length === " + after);
		say("import", this.main.text("document.querySelector('#toast').textContent") + " " + after + " in the list");
		picture(this.main, "imported");
	}

	private void changeOutside() throws IOException {
		Files.writeString(this.store.folder().resolve("outside.md"), "# From outside\n\nWritten by another program.\n");
		this.main.waitFor("document.querySelector('#list').textContent.includes('From outside')");
		this.main.click("#list li[data-path='outside.md']");
		this.main.waitFor("document.querySelector('#preview h1').textContent === 'From outside'");
		Files.writeString(this.store.folder().resolve("outside.md"), "# Changed outside\n\n> Twice.\n");
		this.main.waitFor("document.querySelector('#preview h1').textContent === 'Changed outside'");
		say("watch", "a file written by another program is listed, and the open note follows it");
		picture(this.main, "changed-outside");
	}

	private void secondWindow() throws IOException {
		this.main.click("#list li[data-path=" + this.main.quoted(this.path) + "]");
		String title = this.main.quoted(this.path.replaceFirst("^.*/", "").replaceFirst("(?i)\\.md$", ""));
		this.main.waitFor("document.querySelector('#name').value === " + title);
		this.main.click("#viewer");
		this.viewer.waitFor("document.querySelector('#preview').textContent.includes('Seen on tour')");
		this.main.type("#editor", "# Live\n\n" + this.main.text("document.querySelector('#editor').value"));
		this.viewer.waitFor("document.querySelector('#preview h1').textContent === 'Live'");
		say("window", "the second window shows the note and follows the typing");
		picture(this.viewer, "viewer");
	}

	private void refusal() {
		this.viewer.press("s");
		this.viewer.waitFor("!document.querySelector('#refused').hidden");
		String told = this.viewer.text("document.querySelector('#refused').textContent");
		Assert.state(told.equals("Command save_note not allowed by ACL"), "The second window was told: " + told);
		RecentDenials.Entry denial = this.denials.entries().get(0);
		Assert.state(denial.command().equals("save_note") && denial.window().equals("viewer"),
				"Another call was refused: " + denial);
		say("refused", "the second window may not save: " + told);
		this.out.println("Tour:         the log says: " + denial.explanation());
		String.valueOf(denial.remedy()).lines().forEach((line) -> this.out.println("Tour:           " + line));
		picture(this.viewer, "refused");
	}

	private void dark() {
		this.main.click("#toast");
		for (String theme : List.of("dark", "light", "dark")) {
			this.main.click("#theme");
			this.main.waitFor("document.documentElement.dataset.theme === '" + theme + "'");
			this.viewer.waitFor("document.documentElement.dataset.theme === '" + theme + "'");
		}
		say("theme", "dark in both windows");
		picture(this.main, "dark");
		picture(this.viewer, "viewer-dark");
	}

	private void say(String step, String text) {
		this.out.printf("Tour: %-7s %s%n", step, text);
	}

	private void picture(TourPage page, String name) {
		Path file = this.pictures.resolve("%02d-%s.png".formatted(++this.taken, name));
		try {
			Files.write(file, page.screenshot());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Could not write " + file, ex);
		}
	}

	private static void copyMarkdown(Path source, Path target) throws IOException {
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path relative = source.relativize(file);
				if (NoteStore.isNote(relative)) {
					Path copy = target.resolve(relative.toString());
					Files.createDirectories(copy.getParent());
					Files.copy(file, copy);
				}
			}
		}
	}

}
