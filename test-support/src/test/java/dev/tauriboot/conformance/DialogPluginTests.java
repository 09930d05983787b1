package dev.tauriboot.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogOptions.Filter;
import dev.tauriboot.runtime.MessageDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogOptions.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 110 to 123: the plugin dialog.
 */
class DialogPluginTests extends DesktopPluginTests {

	@TempDir
	private Path folder;

	// row 110
	@Test
	void cancelledChoiceIsNull() throws Exception {
		assertThat(js(module("dialog") + """
				return [await plugin.open(), await plugin.open({ multiple: true }),
				  await plugin.open({ directory: true }), await plugin.save()];
				""").toString()).isEqualTo("[null,null,null,null]");
	}

	// row 111
	@Test
	void choiceIsATextOrAList() throws Exception {
		this.user.chosen = List.of(Path.of("/notes/a b.txt"));
		assertThat(js(module("dialog") + """
				return [await plugin.open({ title: 'Which?', defaultPath: '/notes/new.txt',
				    filters: [{ name: 'Notes', extensions: ['txt', 'md'] }, { name: 'All', extensions: ['*'] }] }),
				  await plugin.open({ multiple: true }), await plugin.open({ directory: true, recursive: false })];
				""").toString()).isEqualTo("[\"/notes/a b.txt\",[\"/notes/a b.txt\"],\"/notes/a b.txt\"]");
		assertThat(this.user.asked.get(0)).isEqualTo(new FileDialogOptions(this.runtime.windows().get(0), "Which?",
				List.of(new Filter("Notes", List.of("txt", "md")), new Filter("All", List.of("*"))),
				Path.of("/notes/new.txt"), false, false));
		assertThat(this.user.asked.get(1).multiple()).isTrue();
		assertThat(this.user.asked.get(2).directory()).isTrue();
		this.user.chosen = List.of(Path.of("/notes/a"), Path.of("/notes/b"));
		assertThat(js(module("dialog") + "return plugin.open({ multiple: true });").toString())
			.isEqualTo("[\"/notes/a\",\"/notes/b\"]");
	}

	// row 112
	@Test
	void chosenFileMayBeWritten() throws Exception {
		Path file = this.folder.toRealPath().resolve("new [1].txt");
		Path other = file.resolveSibling("new 1.txt");
		this.user.chosen = List.of(file);
		assertThat(js(module("dialog") + """
				const fs = await import('@tauri-apps/plugin-fs');
				const before = await rejection(fs.writeTextFile('%s', 'x'));
				const path = await plugin.save({ defaultPath: 'new.txt' });
				await fs.writeTextFile(path, 'written');
				const other = await rejection(fs.writeTextFile('%s', 'x'));
				return [before, path, other];
				""".formatted(file, other)).valueStream()
			.map((value) -> value.asString().replaceFirst("(forbidden path: .*?), .*", "$1")))
			.containsExactly("forbidden path: " + file, file.toString(), "forbidden path: " + other);
		assertThat(file).hasContent("written");
	}

	// row 113
	@Test
	void chosenDirectoryMayBeReadAllTheWayDown() throws Exception {
		Path real = this.folder.toRealPath();
		Path deep = Files.createDirectories(real.resolve("one/two"));
		Files.writeString(deep.resolve("deep.txt"), "deep");
		Files.writeString(real.resolve("high.txt"), "high");
		this.user.chosen = List.of(real);
		assertThat(js(module("dialog") + """
				const fs = await import('@tauri-apps/plugin-fs');
				const root = await plugin.open({ directory: true });
				const high = await fs.readTextFile(root + '/high.txt');
				await rejection(fs.readTextFile(root + '/one/two/deep.txt'));
				await plugin.open({ directory: true, recursive: true });
				return [high, await fs.readTextFile(root + '/one/two/deep.txt')];
				""").toString()).isEqualTo("[\"high\",\"deep\"]");
	}

	// rows 114, 121
	@Test
	void messageAnswersTheButton() throws Exception {
		assertThat(js(module("dialog") + "return plugin.message('x');").asString()).isEqualTo("Ok");
		assertThat(this.user.told).containsExactly(
				new MessageDialogOptions(this.runtime.windows().get(0), "Notes", "x", Kind.INFO, List.of(Button.OK)));
		assertThat(js(module("dialog") + "return plugin.message('x', { title: 'T', okLabel: 'Fine' });").asString())
			.isEqualTo("Fine");
		assertThat(this.user.told.get(1).title()).isEqualTo("T");
	}

	// rows 115, 116, 117, 118, 119
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { //
			"ask('x')      | 0 | true", "ask('x')     | 1 | false", "ask('x')     | -1 | false",
			"confirm('x')  | 0 | true", "confirm('x') | 1 | false", "confirm('x') | -1 | false",
			"ask('x', { okLabel: 'Go', cancelLabel: 'Stop' }) | 0 | true",
			"ask('x', { okLabel: 'Go', cancelLabel: 'Stop' }) | 1 | false",
			"confirm('x', { okLabel: 'Go' }) | 0 | true", "confirm('x', { okLabel: 'Go' }) | -1 | false",
			"message('x', { buttons: { yes: 'A', no: 'B', cancel: 'C' } }) | 1 | B",
			"message('x', { buttons: { ok: 'A', cancel: 'C' } }) | 1 | C",
			"message('x', { buttons: 'YesNoCancel' }) | -1 | Cancel",
			"message('x', { buttons: 'YesNoCancel' }) | 1 | No", "message('x', { buttons: 'YesNo' }) | 0 | Yes" })
	void questionIsAnswered(String call, int pressed, String answer) throws Exception {
		this.user.pressed = pressed;
		assertThat(js(module("dialog") + "return plugin." + call + ";").asString()).isEqualTo(answer);
		assertThat(this.user.told).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'Nope'", "{ OkCancelCustom: ['a'] }", "{ Nope: 'a' }", "3" })
	void unknownButtonsAreRejected(String buttons) throws Exception {
		assertThat(js("return rejection(invoke('plugin:dialog|message', { message: 'x', buttons: " + buttons + " }));")
			.asString()).startsWith("invalid args `buttons` for command `message`: ");
		assertThat(this.user.told).isEmpty();
	}

	// row 120
	@ParameterizedTest
	@CsvSource({ "ERROR, ERROR", "warning, WARNING", "nonsense, INFO", "info, INFO" })
	void kindIsALook(String kind, Kind shown) throws Exception {
		js(module("dialog") + "await plugin.message('x', { kind: '" + kind + "' });");
		assertThat(this.user.told.get(0).kind()).isEqualTo(shown);
	}

	@Test
	void olderClientsGetBooleans() throws Exception {
		this.user.pressed = 1;
		assertThat(js("""
				return [await invoke('plugin:dialog|ask', { message: 'x', yesButtonLabel: 'A', noButtonLabel: 'B' }),
				  await invoke('plugin:dialog|confirm', { message: 'x' })];
				""").toString()).isEqualTo("[false,false]");
		assertThat(this.user.told.get(0).buttons()).extracting(Button::label).containsExactly("A", "B");
		this.user.pressed = 0;
		assertThat(js("""
				return [await invoke('plugin:dialog|ask', { message: 'x' }),
				  await invoke('plugin:dialog|confirm', { message: 'x', okButtonLabel: 'Go' })];
				""").toString()).isEqualTo("[true,true]");
	}

	// row 122
	@Test
	void alertAndConfirmOfThePageDoNotHoldItUp() throws Exception {
		assertThat(js("""
				const { callbacks } = __TAURI_INTERNALS__;
				const before = callbacks.size;
				alert('seen');
				// It is a call whose answer the page does not see, and workers take calls in any order.
				while (callbacks.size > before) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				const first = confirm('sure?');
				return [first instanceof Promise && await first, await confirm('sure?')];
				""").toString()).isEqualTo("[true,true]");
		this.user.pressed = 1;
		assertThat(js("return confirm(3);").asBoolean()).isFalse();
		assertThat(this.user.told).extracting(MessageDialogOptions::message)
			.containsExactly("seen", "sure?", "sure?", "3");
	}

	// What a page may not do falls back to what it had, which nobody sees here.
	@Test
	void pageWithoutThePermissionHasWhatItHad() throws Exception {
		assertThat(jsIn("plain", "alert('x'); return confirm('x');").asBoolean(true)).isFalse();
		assertThat(this.user.told).isEmpty();
	}

	// row 123
	@Test
	void displayWithoutDialogsRejects() throws Exception {
		this.user.there = false;
		assertThat(js(module("dialog") + """
				return [await rejection(plugin.open()), await rejection(plugin.save()),
				  await rejection(plugin.message('x')), await rejection(plugin.ask('x'))];
				""").valueStream().map((value) -> value.asString()).distinct())
			.containsExactly("dialogs are not available on this display");
		assertThat(js("return confirm('x');").asBoolean(true)).isFalse();
	}

}
