package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.1 of the plugins' contract, scopes: rows 88 to 101, rows 1 to 6, and files
 * that are dropped.
 */
class FsScopeTests extends FsPluginTests {

	private static final String TRAVERSAL = "Unsafe PathBuf: cannot traverse directory, rewrite the path without the "
			+ "use of `../`";

	private static Path put(String path) throws IOException {
		Path file = ROOT.resolve(path);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "content of " + file.getFileName());
	}

	private static String forbidden(Object path, String command) {
		return "forbidden path: " + path + ", maybe it is not allowed on the scope for `allow-" + command
				+ "` permission in your capability file";
	}

	// rows 1, 2
	@Test
	void unknownArgumentsAreIgnoredAndNullIsNone() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const path = `${work}/a`;
				const each = [{ path }, { path, options: null }, { path, options: { baseDir: null } },
				  { path, other: 1, options: { nested: [true] } }];
				return Promise.all(each.map(async (args) => text(await invoke('plugin:fs|read_file', args))));
				""").toString()).isEqualTo("[\"content\",\"content\",\"content\",\"content\"]");
	}

	// row 3
	@Test
	void missingArgumentIsNamed() throws Exception {
		assertThat(fs("return rejection(invoke('plugin:fs|read_file', {}));").asString())
			.startsWith("invalid args `path` for command `read_file`:");
	}

	// rows 4, 5, 6
	@Test
	void commandsNeedTheirPermission() throws Exception {
		Path file = put("data/x");
		assertThat(fsIn("scoped", """
				return [await rejection(invoke('plugin:fs|nope')), await rejection(fs.remove('%s'))];
				""".formatted(file))).extracting(JsonNode::asString).allMatch((text) -> text.contains("not allowed"));
		assertThat(file).exists();
	}

	// rows 88, 99
	@Test
	void nothingIsDoneOutOfScope() throws Exception {
		Path secret = put("data/secret");
		Path source = file("a", "content");
		String script = """
				const path = '%s';
				const outside = '%s';
				return [await rejection(fs.readFile(path)), await rejection(fs.writeTextFile(path, 'x')),
				  await rejection(fs.writeFile(outside, new Uint8Array(1))), await rejection(fs.mkdir(outside)),
				  await rejection(fs.remove(path)), await rejection(fs.rename(path, `${work}/b`)),
				  await rejection(fs.rename(`${work}/a`, outside)), await rejection(fs.copyFile(path, `${work}/b`)),
				  await rejection(fs.copyFile(`${work}/a`, outside)), await rejection(fs.open(path)),
				  await rejection(fs.create(outside)), await rejection(fs.truncate(path)), await rejection(fs.stat(path)),
				  await rejection(fs.lstat(path)), await rejection(fs.exists(path)), await rejection(fs.size(path)),
				  await rejection(fs.readDir(path)), await rejection(fs.readTextFile(path)),
				  await rejection((await fs.readTextFileLines(path)).next())];
				"""
			.formatted(secret, ROOT.resolve("data/new"));
		assertThat(fs(script)).hasSize(19).allMatch((text) -> text.asString().startsWith("forbidden path: " + ROOT));
		assertThat(secret).hasContent("content of secret");
		assertThat(source).exists();
		assertThat(ROOT.resolve("data/new")).doesNotExist();
		assertThat(WORK.resolve("b")).doesNotExist();
	}

	// rows 89, 90
	@Test
	void globsSayHowDeep() throws Exception {
		Path one = put("appdata/x");
		Path two = put("appdata/sub/y");
		assertThat(fsIn("scoped", """
				return [(await fs.readFile('%1$s')).length, await rejection(fs.readFile('%2$s')),
				  await fs.readTextFile('%2$s'), await rejection(fs.readDir('%3$s')),
				  (await fs.readDir('%3$s/sub')).length];
				""".formatted(one, two, ROOT.resolve("appdata"))).toString())
			.isEqualTo("[12,\"" + forbidden(two, "read-file") + "\",\"content of y\",\""
					+ forbidden(ROOT.resolve("appdata"), "read-dir") + "\",1]");
	}

	// row 91; the rule off is a test of the resolver
	@Test
	void hiddenFileIsForbidden() throws Exception {
		Path hidden = put("home/.ssh/key");
		assertThat(fs("return rejection(fs.readTextFile('%s'));".formatted(hidden)).asString())
			.isEqualTo(forbidden(hidden, "read-text-file"));
	}

	// row 92
	@Test
	void denialBeatsGrant() throws Exception {
		Path denied = put("temp/work/denied/x");
		assertThat(fs("return rejection(fs.readFile('%s'));".formatted(denied)).asString())
			.isEqualTo(forbidden(denied, "read-file"));
	}

	// row 93
	@Test
	void linkToTheOutsideIsForbidden() throws Exception {
		put("data/secret");
		Path link = Files.createSymbolicLink(WORK.resolve("link"), ROOT.resolve("data/secret"));
		Path folder = Files.createSymbolicLink(WORK.resolve("folder"), ROOT.resolve("data"));
		Path loop = Files.createSymbolicLink(WORK.resolve("loop"), WORK.resolve("loop"));
		assertThat(
				fs("""
						return [await rejection(fs.readTextFile(`${work}/link`)), await rejection(fs.lstat(`${work}/link`)),
						  await rejection(fs.writeTextFile(`${work}/folder/new`, 'x')), await rejection(fs.readFile(`${work}/loop`)),
						  await rejection(fs.open(`${work}/loop/x`))];
						"""))
			.extracting(JsonNode::asString)
			.containsExactly(forbidden(link, "read-text-file"), forbidden(link, "lstat"),
					forbidden(folder.resolve("new"), "write-text-file"), forbidden(loop, "read-file"),
					forbidden(loop.resolve("x"), "open"));
		assertThat(ROOT.resolve("data/new")).doesNotExist();
	}

	// rows 94, 95, 96
	@Test
	void pathLeadsNowhereElse() throws Exception {
		assertThat(fs("""
				return [await rejection(fs.readFile('../x')), await rejection(fs.readFile(`${work}/a/../../x`)),
				  await rejection(fs.readFile(`file://${work}/%2e%2e%2f..%2fx`)),
				  await rejection(fs.readFile(`file://${work}/../../secret`)),
				  await rejection(fs.readFile('https://example.com/x')),
				  await rejection(fs.readFile(new URL('https://example.com/x'))).then(String)];
				""")).extracting(JsonNode::asString)
			.containsExactly(TRAVERSAL, TRAVERSAL, TRAVERSAL, forbidden(ROOT.resolve("secret"), "read-file"),
					"URL is not a valid path", "TypeError: Must be a file URL.");
	}

	@Test
	void fileUrlIsAPath() throws Exception {
		file("with space", "content");
		assertThat(fs("""
				const path = `file://${work}/with%20space`;
				return [await fs.readTextFile(path), await fs.readTextFile(new URL(path)),
				  await fs.readTextFile(path.replace('file://', 'file://localhost'))];
				""").toString()).isEqualTo("[\"content\",\"content\",\"content\"]");
	}

	// rows 97, 98
	@Test
	void baseDirectoryIsANumber() throws Exception {
		put("home/at-home");
		put("home/Desktop/on-desktop");
		assertThat(fs("""
				return [await fs.readTextFile('at-home', { baseDir: 21 }),
				  await fs.readTextFile('on-desktop', { baseDir: BaseDirectory.Desktop }), BaseDirectory.Desktop,
				  await rejection(fs.readTextFile('x', { baseDir: 23 })),
				  await rejection(fs.readTextFile('x', { baseDir: 24 })), await fs.exists(`${work}`, { baseDir: 21 })];
				""").toString())
			.isEqualTo("[\"content of at-home\",\"content of on-desktop\",18,\"unknown path\",\"invalid args `options` "
					+ "for command `read_text_file`: invalid value: 24, expected a base directory from 1 to 23\",true]");
	}

	// row 100
	@Test
	void scopeBelongsToItsCommand() throws Exception {
		Path file = put("home/x");
		assertThat(fsIn("scoped", """
				return [await fs.exists('%1$s'), await rejection(fs.readFile('%1$s'))];
				""".formatted(file)).toString()).isEqualTo("[true,\"" + forbidden(file, "read-file") + "\"]");
	}

	// row 101
	@Test
	void defaultReadsTheFoldersOfTheApplication() throws Exception {
		put("appconfig/x");
		put("applocaldata/deeper/y");
		Path secret = put("data/secret");
		assertThat(fsIn("standard",
				"""
						await fs.mkdir('', { baseDir: BaseDirectory.AppCache, recursive: true });
						return [await fs.readTextFile('x', { baseDir: BaseDirectory.AppConfig }),
						  await fs.readTextFile('deeper/y', { baseDir: BaseDirectory.AppLocalData }),
						  await rejection(fs.readTextFile('%s')),
						  await rejection(fs.mkdir('x', { baseDir: BaseDirectory.AppCache })),
						  (await rejection(fs.writeTextFile('x', 'y', { baseDir: BaseDirectory.AppConfig }))).includes('not allowed')];
						"""
					.formatted(secret))
			.toString())
			.isEqualTo("[\"content of x\",\"content of y\",\"" + forbidden(secret, "read-text-file") + "\",\""
					+ forbidden(ROOT.resolve("appcache/x"), "mkdir") + "\",true]");
		assertThat(ROOT.resolve("appcache")).isDirectory();
	}

	@Test
	void droppedFilesAreGranted() throws Exception {
		Path file = put("elsewhere/[1].txt");
		Path below = put("elsewhere/folder/deep/er.txt");
		Path sibling = put("elsewhere/1.txt");
		String script = "return rejection(fs.readTextFile('%s'));";
		assertThat(fs(script.formatted(file)).asString()).isEqualTo(forbidden(file, "read-text-file"));
		new FileDrag(webview("main")).run(file.toString(), ROOT.resolve("elsewhere/folder").toString());
		assertThat(fs("return [await fs.readTextFile('%s'), await fs.readTextFile('%s')];".formatted(file, below))
			.toString()).isEqualTo("[\"content of [1].txt\",\"content of er.txt\"]");
		assertThat(fs(script.formatted(sibling)).asString()).isEqualTo(forbidden(sibling, "read-text-file"));
	}

}
