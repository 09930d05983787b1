package dev.tauriboot.acl.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ManifestReader}.
 */
class ManifestReaderTests {

	@TempDir
	private Path folder;

	private final ManifestReader reader = new ManifestReader(new PathMatchingResourcePatternResolver());

	private final List<AclViolation> problems = new ArrayList<>();

	private List<Manifest> read(String yaml) {
		write("permissions.yml", yaml);
		return this.reader.readPlugins(this.folder.toUri() + "*.yml", this.problems);
	}

	private Path write(String name, String content) {
		try {
			return Files.writeString(this.folder.resolve(name), content);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void readsEveryPart() {
		List<Manifest> manifests = read("""
				plugin: notes
				wire-prefix: "plugin:notes|"
				has-manifest: true
				commands: [list_notes, write_note]
				default: {description: what pages need, permissions: [allow-list-notes]}
				sets:
				  everything: [allow-list-notes, own-folder]
				  described: {description: words, permissions: [everything]}
				permissions:
				  own-folder:
				    description: the notes folder of the application
				    version: 1
				    scope:
				      allow: [{path: $APPDATA/notes/**}, plain, 7, null]
				      deny: [[1, true]]
				  fonts:
				    platforms: [linux, MACOS]
				    commands: {allow: [install_font], deny: [write_note]}
				  empty: {}
				""");
		assertThat(this.problems).isEmpty();
		List<Object> allow = new ArrayList<>(List.of(Map.of("path", "$APPDATA/notes/**"), "plain", 7));
		allow.add(null);
		assertThat(manifests).containsExactly(new Manifest("notes", List.of("list_notes", "write_note"),
				new PermissionSet("default", "what pages need", List.of("allow-list-notes")),
				Map.of("own-folder",
						new Permission("own-folder", "the notes folder of the application", Commands.NONE,
								new Scope(allow, List.of(List.of(1, true))), null),
						"fonts",
						new Permission("fonts", null, new Commands(List.of("install_font"), List.of("write_note")),
								Scope.EMPTY, Set.of(Platform.LINUX, Platform.MACOS)),
						"empty", new Permission("empty", null, Commands.NONE, Scope.EMPTY, null)),
				Map.of("everything", new PermissionSet("everything", null, List.of("allow-list-notes", "own-folder")),
						"described", new PermissionSet("described", "words", List.of("everything")))));
	}

	@Test
	void fileMayHoldSeveralPlugins() {
		assertThat(read("""
				# two
				---
				plugin: one
				---
				plugin: core:two
				---
				plugin: none
				has-manifest: false
				---
				""")).extracting(Manifest::key).containsExactly("one", "core:two");
		assertThat(this.problems).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					plugin: x\\ncomands: [a] | unknown key 'comands' | 2:10
					plugin: x\\npermissions:\\n  p: {command: {allow: [a]}} | unknown key 'command' | 3:16
					plugin: x\\npermissions:\\n  p: {commands: {alow: [a]}} | unknown key 'alow' | 3:24
					plugin: x\\npermissions:\\n  p: {scope: {paths: [a]}} | unknown key 'paths' | 3:22
					plugin: x\\nsets:\\n  s: {members: []} | unknown key 'members' | 3:16
					plugin: x\\ncommands: [a]\\ncommands: [b] | duplicate key 'commands' | 3:1
					plugin: x\\npermissions:\\n  p: {}\\n  p: {} | duplicate key 'p' | 4:3
					plugin: x\\ncommands: a | 'commands' must be a list, found the text 'a' | 2:11
					plugin: x\\ncommands: [1] | each of 'commands' must be a text, found a number | 2:12
					plugin: x\\ncommands: ["a b"] | 'a b' cannot be a command | 1:1
					plugin: x\\ncommands: [""] | '' cannot be a command | 1:1
					plugin: x\\nsets: [a] | 'sets' must be an object, found a list | 2:7
					plugin: x\\nsets:\\n  s: a | 'permissions' must be a list, found the text 'a' | 3:6
					plugin: x\\nsets:\\n  s: {description: a} | the set has no 'permissions' | 3:6
					plugin: x\\npermissions:\\n  p: [a] | the permission must be an object, found a list | 3:6
					plugin: x\\npermissions:\\n  p: {version: 0} | 'version' must be a positive integer, found a number | 3:16
					plugin: x\\npermissions:\\n  p: {version: one} | 'version' must be a positive integer, found the text 'one' | 3:16
					plugin: x\\npermissions:\\n  p: {description: true} | 'description' must be a text, found a boolean | 3:20
					plugin: x\\npermissions:\\n  p: {platforms: [linus]} | unknown platform 'linus', expected one of linux, macOS, windows, android, iOS | 3:19
					plugin: x\\npermissions:\\n  p: {platforms: [7]} | each of 'platforms' must be a text, found a number | 3:19
					plugin: x\\npermissions:\\n  p: {platforms: linux} | 'platforms' must be a list, found the text 'linux' | 3:18
					plugin: x\\npermissions:\\n  p: {scope: {allow: a}} | 'allow' must be a list of scope entries, found the text 'a' | 3:22
					plugin: x\\npermissions:\\n  default: {} | a permission or set must not be called 'default' | 3:12
					plugin: x\\nsets:\\n  default: [] | a permission or set must not be called 'default' | 3:12
					plugin: x\\npermissions:\\n  a:b: {} | 'a:b' is not a valid name: a name in a manifest has no prefix | 3:8
					plugin: x\\npermissions:\\n  a-: {} | 'a-' is not a valid name: identifiers cannot have a trailing hyphen | 3:7
					commands: [a] | the document does not say whose permissions these are: it has no 'plugin' | 1:1
					plugin: tauri-plugin-x | 'tauri-plugin-x' is not a valid name of a plugin: identifiers cannot start with tauri-plugin- | 1:1
					plugin: my:x | 'my:x' is not a valid name of a plugin: identifiers can only include a single separator '58' | 1:1
					plugin: a_b | 'a_b' is not a valid name of a plugin: identifiers can only include lowercase ASCII, hyphens which are not leading or trailing, and a single colon if using a prefix | 1:1
					plugin: 7 | 'plugin' must be a text, found a number | 1:9
					[a, b] | a document with permissions must be an object, found a list | 1:1
					plugin: !!java.net.URL [x] | Global tag is not allowed: tag:yaml.org,2002:java.net.URL | 1:9
					plugin: !x y | the tag !x is not supported | 1:9
					plugin: x\\nhas-manifest: 7 | 'has-manifest' must be true or false, found a number | 2:15
					? [a]\\n: b\\n | a key must be a text | 1:3
					""")
	void malformedDocumentIsRefused(String yaml, String message, String place) {
		assertThat(read(yaml.replace("\\n", "\n"))).isEmpty();
		assertThat(this.problems.get(0).message()).isEqualTo(message);
		assertThat(this.problems.get(0).source()).startsWith("file [").endsWith("permissions.yml] - " + place);
	}

	@Test
	void everythingThatIsWrongIsFound() {
		read("plugin: x\ncomands: []\nsets: 1\n---\nplugin: y\nset: {}");
		assertThat(this.problems).extracting(AclViolation::message)
			.containsExactly("unknown key 'comands'", "'sets' must be an object, found a number", "unknown key 'set'");
		assertThat(this.problems.get(0).subject()).isEqualTo("plugin 'x'");
		assertThat(this.problems.get(0).value()).isEqualTo("comands");
		assertThat(this.problems.get(0).candidates()).contains("commands");
	}

	@Test
	void commandHasNoBar() {
		assertThat(read("plugin: x\ncommands: [\"a|b\"]")).isEmpty();
		assertThat(this.problems.get(0).message()).isEqualTo("'a|b' cannot be a command");
	}

	@Test
	void brokenSyntaxIsRefused() {
		assertThat(read("plugin: [x")).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).source()).endsWith("permissions.yml] - 1:11");
	}

	@Test
	void aliasesCannotGrow() {
		assertThat(read("""
				plugin: x
				commands: &a [a]
				sets: {s: *a}
				""")).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).message()).contains("aliases");
	}

	@Test
	void pluginMayHaveOneDocumentOnly() {
		write("other.yml", "plugin: x");
		assertThat(read("plugin: x")).hasSize(1);
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).message()).startsWith("there is another document for this plugin: file [")
			.endsWith("other.yml] - 1:1");
		assertThat(this.problems.get(0).source()).endsWith("permissions.yml] - 1:1");
	}

	@Test
	void documentIsParsedWhenItIsAskedFor() {
		write("permissions.yml", "plugin: a\ncommands: [x]\n---\nplugin: b\ncomands: [x]\n---\nplugin: c\nsets: [");
		Map<String, Supplier<Manifest>> found = this.reader.findPlugins(this.folder.toUri() + "*.yml", this.problems);
		assertThat(this.problems).isEmpty();
		assertThat(found).containsOnlyKeys("a", "b", "c");
		assertThat(found.get("a").get().commands()).containsExactly("x");
		assertThatExceptionOfType(AclViolationsException.class).isThrownBy(found.get("b")::get).satisfies((ex) -> {
			assertThat(ex.getViolations().get(0).message()).isEqualTo("unknown key 'comands'");
			assertThat(ex.getViolations().get(0).source()).endsWith("permissions.yml] - 5:10");
		});
		assertThatExceptionOfType(AclViolationsException.class).isThrownBy(found.get("c")::get)
			.satisfies((ex) -> assertThat(ex.getViolations().get(0).source()).contains("permissions.yml] - 9:"));
	}

	@Test
	void unusualFormIsParsedAtOnce() {
		write("permissions.yml", "{plugin: a, commands: [x]}\n--- \n{plugin: b, comands: [x]}");
		Map<String, Supplier<Manifest>> found = this.reader.findPlugins(this.folder.toUri() + "*.yml", this.problems);
		assertThat(found).containsOnlyKeys("a");
		assertThat(this.problems).extracting(AclViolation::message).containsExactly("unknown key 'comands'");
	}

	@Test
	void twoDocumentsForOnePluginAreFoundWithoutParsing() {
		write("permissions.yml", "plugin: a\n---\nplugin: a");
		this.reader.findPlugins(this.folder.toUri() + "*.yml", this.problems);
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).message()).startsWith("there is another document for this plugin: file [");
		assertThat(this.problems.get(0).source()).endsWith("permissions.yml] - 3:1");
	}

	@Test
	void classPathHasCorePlugins() {
		assertThat(this.reader.readPlugins()).extracting(Manifest::key)
			.containsExactlyInAnyOrder("core", "core:app", "core:event", "core:image", "core:menu", "core:path",
					"core:resources", "core:tray", "core:webview", "core:window");
		ManifestReader broken = new ManifestReader(new PathMatchingResourcePatternResolver() {
			@Override
			public Resource[] getResources(String pattern) throws IOException {
				throw new IOException("no class path");
			}
		});
		assertThatExceptionOfType(AclViolationsException.class).isThrownBy(broken::readPlugins)
			.withMessageContaining("cannot be read: no class path");
	}

	@Test
	void applicationHasNoPlugin() {
		Manifest app = this.reader.readApp(app("app.yml", "commands: [run_report]\nsets: {r: [\"fs:default\"]}"),
				this.problems);
		assertThat(app).isEqualTo(new Manifest(Manifest.APP_KEY, List.of("run_report"), null, Map.of(),
				Map.of("r", new PermissionSet("r", null, List.of("fs:default")))));
		assertThat(this.reader.readApp(app("app.yml", "plugin: x"), this.problems)).isNull();
		assertThat(this.problems.get(0).message()).isEqualTo("unknown key 'plugin'");
	}

	private FileSystemResource app(String name, String content) {
		return new FileSystemResource(write(name, content));
	}

	@Test
	void emptyFileOfApplicationIsNone() { // row 83
		assertThat(this.reader.readApp(app("app.yml", ""), this.problems)).isNull();
		assertThat(this.reader.readApp(app("app.yml", "# nothing"), this.problems)).isNull();
		assertThat(this.reader.readApp(app("app.yml", "commands: []"), this.problems)).isNull();
		assertThat(this.reader.readApp(app("app.json", "{}"), this.problems)).isNull();
		assertThat(this.problems).isEmpty();
	}

	@Test
	void applicationHasOneDocument() {
		assertThat(this.reader.readApp(app("app.yml", "commands: [a]\n---\ncommands: [b]"), this.problems)).isNull();
		assertThat(this.problems.get(0).message()).isEqualTo("there must be one document only");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"permission": [{"identifier": "a", "scope": {"allow": 1}}]} | 'allow' must be a list of scope entries, found a number
					{"permission": [{}]} | a permission has no 'identifier'
					{"permission": [{"identifier": "default"}]} | a permission or set must not be called 'default'
					{"set": [{"identifier": "a"}]} | the set 'a' has no 'permissions'
					{"set": {}} | 'set' must be a list, found an object
					{"default": {}} | the set 'default' has no 'permissions'
					{"permission": [{"identifier": "a", "platforms": ["beos"]}]} | unknown platform 'beos', expected one of linux, macOS, windows, android, iOS
					[] | a permission file must be an object, found a list
					""")
	void malformedFileOfTauriIsRefused(String json, String message) {
		assertThat(this.reader.readApp(app("app.json", json), this.problems)).isNull();
		assertThat(this.problems.get(0).message()).isEqualTo(message);
	}

	@Test
	void fileOfTauriIsRead() {
		Manifest app = this.reader.readApp(app("app.json", """
				{"$schema": "x", "default": {"permissions": ["s"]},
				 "set": [{"identifier": "s", "description": "d", "permissions": ["p"]}],
				 "permission": [{"identifier": "p", "commands": {"allow": ["a"]}},
				   {"identifier": "p", "commands": {"allow": ["b"], "deny": ["c"]}, "platforms": ["linux"],
				    "scope": {"allow": [{"x": 1}]}}],
				 "scope": {"allow": ["is no one's"]}}
				"""), this.problems);
		assertThat(this.problems).isEmpty();
		assertThat(app)
			.isEqualTo(new Manifest(Manifest.APP_KEY, List.of(), new PermissionSet("default", null, List.of("s")),
					Map.of("p",
							new Permission("p", null, new Commands(List.of("b"), List.of("c")),
									new Scope(List.of(Map.of("x", 1)), List.of()), Set.of(Platform.LINUX))),
					Map.of("s", new PermissionSet("s", "d", List.of("p")))));
	}

}
