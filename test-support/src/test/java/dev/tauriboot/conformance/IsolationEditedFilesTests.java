package dev.tauriboot.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hook of the older dialect changes what the unmodified client asks of the plugin
 * {@code fs} (v1-compat 5.4, 5.5, row 122). The client hands on options that it does not
 * know, by which the hook is told what to change.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-edits" })
class IsolationEditedFilesTests extends FsPluginTests {

	@BeforeEach
	void files() throws Exception {
		file("asked", "what was asked for");
		file("given ü 100%", "what was given");
	}

	private JsonNode edited(String body) throws Exception {
		return fs("""
				const asked = `${work}/asked`;
				const given = `${work}/given ü 100%%`;
				const to = (...edits) => ({ edits: JSON.stringify(edits) });
				%s
				""".formatted(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "payload.path", "message.args.path", "message.path" })
	void otherFileIsRead(String place) throws Exception {
		assertThat(edited("""
				const options = to(['%s', given]);
				const url = new URL(`file://${asked}`);
				return [await fs.readTextFile(asked, options), await fs.readTextFile(url, options),
				  text(await fs.readFile(asked, options)), await fs.readTextFile(url)];
				""".formatted(place)).toString())
			.isEqualTo("[\"what was given\",\"what was given\",\"what was given\",\"what was asked for\"]");
	}

	@Test
	void olderClientsCallIsChangedToo() throws Exception {
		assertThat(edited("""
				const old = await import('/META-INF/tauri/guest-js-legacy/2.0.3/core.js');
				const options = to(['message.args.path', given]);
				return text(await old.invoke('plugin:fs|read_file', { path: asked, options }));
				""").asString()).isEqualTo("what was given");
	}

	@ParameterizedTest
	@ValueSource(strings = { "message.args.path", "message.path" })
	void otherFileIsWritten(String place) throws Exception {
		edited("""
				await fs.writeTextFile(asked, ' and text', { append: true, ...to(['%1$s', given]) });
				await fs.writeFile(asked, new Uint8Array([33]), { append: true, ...to(['%1$s', given]) });
				""".formatted(place));
		assertThat(WORK.resolve("given ü 100%")).hasContent("what was given and text!");
		assertThat(WORK.resolve("asked")).hasContent("what was asked for");
	}

	@Test
	void otherContentIsWritten() throws Exception {
		edited("""
				await fs.writeTextFile(`${work}/text`, 'no', to(['message.args.contents', [103, 111]]));
				await fs.writeFile(`${work}/bytes`, new Uint8Array([1]), to(['message.contents', { bytes: [0, 200, 255] }]));
				await fs.writeTextFile(asked, '+', to(['message.args.options', { append: true }]));
				""");
		assertThat(WORK.resolve("text")).hasContent("go");
		assertThat(WORK.resolve("bytes")).hasBinaryContent(new byte[] { 0, (byte) 200, (byte) 255 });
		assertThat(WORK.resolve("asked")).hasContent("what was asked for+");
	}

	// v1-compat 3.3: 7 is today's number of downloads, and was that of documents
	@Test
	void otherDirectoryIsUsed() throws Exception {
		Path home = Files.createDirectories(ROOT.resolve("home"));
		Files.writeString(home.resolve("a"), "of home");
		Files.writeString(ROOT.resolve("temp/a"), "of temp");
		JsonNode answers = edited(
				"""
						const { Temp, Home } = BaseDirectory;
						const home = to(['message.args.options.dir', 11]);
						await fs.writeTextFile('b', 'b', { baseDir: Temp, ...home });
						return [await fs.readTextFile('a', { baseDir: Temp }), await fs.readTextFile('a', { baseDir: Temp, ...home }),
						  await fs.readTextFile('a', { baseDir: Home, ...to(['message.args.options.dir', 20]) })];
						""");
		assertThat(answers.toString()).isEqualTo("[\"of temp\",\"of home\",\"of temp\"]");
		assertThat(home.resolve("b")).hasContent("b");
	}

	@Test
	void bothEndsAreChanged() throws Exception {
		edited("""
				await fs.copyFile(asked, `${work}/a`, to(['message.args.source', given], ['message.destination', `${work}/b`]));
				await fs.rename(asked, `${work}/a`, to(['message.args.newPath', `${work}/c`]));
				""");
		assertThat(WORK.resolve("a")).doesNotExist();
		assertThat(WORK.resolve("b")).hasContent("what was given");
		assertThat(WORK.resolve("c")).hasContent("what was asked for");
	}

	@Test
	void whatCannotBeDoesNothing() throws Exception {
		JsonNode reasons = edited(
				"""
						const other = `${work}/a`;
						return [
						  await rejection(fs.remove(asked, to(['message.args.path', other], ['payload.path', given]))),
						  await rejection(fs.writeTextFile(asked, 'x', to(['message.path', other], ['options.headers.path', given]))),
						  await rejection(fs.writeTextFile(asked, 'x', to(['message.args.options', { dir: 99 }]))),
						  await rejection(fs.writeTextFile(asked, 'x', to(['message.args.contents', 'y'])))];
						""");
		assertThat(reasons).extracting(JsonNode::asString)
			.containsExactly(refused("remove", "its argument path was changed in two ways"),
					refused("write_text_file", "its argument path was changed in two ways"),
					refused("write_text_file", "there is no base directory 99"),
					refused("write_text_file", "its contents are no bytes"));
		assertThat(WORK.resolve("asked")).hasContent("what was asked for");
		assertThat(WORK.resolve("given ü 100%")).exists();
	}

	// What a hook may ask for is no more than what its page may.
	@Test
	void scopeHoldsForWhatIsGiven() throws Exception {
		assertThat(edited("return rejection(fs.readTextFile(asked, to(['message.args.path', '/etc/passwd'])));")
			.asString()).contains("/etc/passwd").contains("forbidden");
	}

	private static String refused(String command, String reason) {
		return "Command plugin:fs|" + command + " refused by the isolation hook: " + reason;
	}

}
