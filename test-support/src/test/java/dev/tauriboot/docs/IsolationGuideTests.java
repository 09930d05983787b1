package dev.tauriboot.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.tauriboot.test.HookOutcome;
import dev.tauriboot.test.IsolationHookTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hooks of the guide, run as they are written there, block what it says they block.
 */
class IsolationGuideTests {

	private static final Markdown CHAPTER = Markdown.read(Markdown.root().resolve("docs/isolation.md"));

	@TempDir
	private Path folder;

	private IsolationHookTester hook;

	private void open(String example) throws IOException {
		Files.writeString(this.folder.resolve("index.html"), block("html", "index.html"));
		Files.writeString(this.folder.resolve("hook.js"), block("js", example));
		this.hook = IsolationHookTester.of(this.folder.toUri().toString(), Duration.ofSeconds(30));
	}

	private static String block(String language, String title) {
		return CHAPTER.blocks(language)
			.stream()
			.filter((block) -> title.equals(block.title()))
			.findFirst()
			.orElseThrow()
			.code();
	}

	@AfterEach
	void close() {
		this.hook.close();
	}

	private void passes(String command, Map<String, ?> args) {
		HookOutcome outcome = this.hook.pass(command, args);
		assertThat(outcome.isRefused()).as(outcome.toString()).isFalse();
		assertThat(outcome.command()).isEqualTo(command);
		assertThat(outcome.json()).hasSize(args.size());
	}

	private void refuses(String command, Map<String, ?> args, String reason) {
		assertThat(this.hook.pass(command, args).reason())
			.isEqualTo("Command " + command + " refused by the isolation hook" + reason);
	}

	@Test
	void firstHookLogsAndLetsThrough() throws IOException {
		open("hook.js");
		passes("greet", Map.of("name", "x"));
		passes("plugin:event|emit", Map.of("event", "a"));
		assertThat(this.hook.pass("save", new byte[] { 1 }).bytes()).hasSize(1);
		assertThat(this.hook.console()).containsExactly("log: greet", "log: plugin:event|emit", "log: save");
	}

	@Test
	void allowListLetsOnlyItsCommandsThrough() throws IOException {
		open("allow-list.js");
		passes("read_note", Map.of("path", "a.md"));
		passes("plugin:event|listen", Map.of("event", "a", "handler", 1));
		refuses("delete_note", Map.of("path", "a.md"), ": not on the list");
		refuses("plugin:event|emit", Map.of("event", "a"), ": not on the list");
		refuses("constructor", Map.of(), ": not on the list");
	}

	@Test
	void pathsAreKeptOut() throws IOException {
		open("paths.js");
		passes("read", Map.of("path", "/home/a/b.md"));
		passes("list", Map.of());
		passes("read", Map.of("path", "/home/a/.b..c/...d"));
		for (Object path : new Object[] { "/etc/passwd", "/var/lib/keys", "/etc", "/ETC/passwd", "/home/../etc/passwd",
				"//etc/passwd", "/./etc/passwd", "/home/a/..", "etc/passwd", "file:///etc/passwd", " /etc/passwd", "",
				Map.of("a", 1) }) {
			refuses("read", Map.of("path", path), ": this path is blocked");
		}
		assertThat(this.hook.pass("read", null).isRefused()).isFalse();
	}

	@Test
	void deleteIsAskedFor() throws IOException {
		open("confirm.js");
		refuses("delete_note", Map.of("path", "tea.md"), "");
		this.hook.answer(true);
		passes("delete_note", Map.of("path", "tea.md"));
		passes("read_note", Map.of("path", "tea.md"));
		assertThat(this.hook.dialogs()).containsExactly("Delete “tea.md” for good?", "Delete “tea.md” for good?");
	}

	@Test
	void eventsAreChecked() throws IOException {
		open("events.js");
		assertThat(this.hook.emit("notes://changed", Map.of("a", 1)).isRefused()).isFalse();
		refuses("plugin:event|emit", Map.of("event", "other"), ": event other is unknown");
		refuses("plugin:event|emit_to", Map.of("event", "other", "target", "x"), ": event other is unknown");
		passes("plugin:event|listen", Map.of("event", "other"));
	}

	@Test
	void olderExampleRunsAsWritten() throws IOException {
		open("older.js");
		passes("greet", Map.of("name", "x"));
		passes("plugin:fs|read_file", Map.of("path", "/home/a"));
		passes("plugin:event|listen", Map.of("event", "other"));
		assertThat(this.hook.emit("app:hello", 1).isRefused()).isFalse();
		refuses("other", Map.of(), "");
		refuses("greet", Map.of("path", "/etc/passwd"), "");
		refuses("plugin:fs|read_file", Map.of("path", "/etc/passwd"), "");
		refuses("plugin:fs|read_file", Map.of("path", "file:///%65tc/passwd"), "");
		refuses("plugin:event|emit", Map.of("event", "other"), "");
		refuses("delete_item", Map.of("id", 1), "");
		this.hook.answer(true);
		passes("delete_item", Map.of("id", 1));
		assertThat(this.hook.dialogs()).hasSize(2);
	}

	@Test
	void refusalsAreAsTold() throws IOException {
		open("confirm.js");
		assertThat(this.hook.pass("delete_note", null).reason())
			.startsWith("Command delete_note refused by the isolation hook: ");
		assertThat(CHAPTER.text()).contains("`Command x refused by the isolation hook`",
				"`Command x refused by the isolation hook: reason`");
	}

}
