package dev.tauriboot.plugin.path;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.command.CommandTester;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PathConvention;
import dev.tauriboot.path.PlatformDirectories;
import dev.tauriboot.path.PlatformDirectories.Environment;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.window.TestPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathCommands}: section 10.5, on the rules of all platforms.
 */
class PathCommandsTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TestPage PAGE = TestPage.of("main");

	private final BaseDirectories linux = new PlatformDirectories("dev.example",
			new Environment(Platform.LINUX, Map.of(), Path.of("/home/me"), Path.of("/tmp"), Path.of("/opt/app")));

	private final CommandTester posix = new CommandTester(
			new PathCommands(this.linux, PathConvention.POSIX, "/srv/dir"));

	private final CommandTester windows = new CommandTester(
			new PathCommands((directory) -> (directory == BaseDirectory.RESOURCE) ? Path.of("C:\\app") : null,
					PathConvention.WINDOWS, "C:\\work"));

	@ParameterizedTest
	@CsvSource({ "a/b/../c, a/c", "a//b/./c/, a/b/c/", "/.., /", ".., ..", "., .", "'', ''", "/, //", "../a, a",
			"a/.., ''", "./a, a", "/a/../../b, /b", "..., ...", "a\\, a\\/", "C:\\a\\..\\b, C:\\a\\..\\b" })
	void normalizeOnPosix(String path, String expected) {
		assertThat(value(this.posix, "normalize", Map.of("path", path))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "C:\\a\\..\\b, C:\\b", "C:/a/b, C:\\a\\b", "C:\\, C:\\\\", "C:foo, C:\\foo", "C:.., C:", "/a, \\a",
			"a/b\\c/, a\\b\\c\\", "\\\\srv\\share\\a\\.., \\\\srv\\share\\", "\\\\srv\\share, \\\\srv\\share\\",
			"//srv/share/a, //srv/share\\a", "\\\\?\\C:\\a\\.\\b, C:\\a\\b", "\\\\?\\C:\\con.txt, \\\\?\\C:\\con.txt",
			"\\\\?\\C:\\a., \\\\?\\C:\\a.", "\\\\?\\C:\\a/b, \\\\?\\C:\\a/b",
			"\\\\?\\UNC\\s\\h\\a, \\\\?\\UNC\\s\\h\\a", "\\\\.\\pipe\\a, \\\\.\\pipe\\a", "\\\\srv, \\srv" })
	void normalizeOnWindows(String path, String expected) {
		assertThat(value(this.windows, "normalize", Map.of("path", path))).isEqualTo(expected);
	}

	// row 126
	@ParameterizedTest
	@CsvSource({ "'', .", "'|', .", "a, a", "'|a', a", "a|b, a/b", "a||b, a/b", "a|/b|c, a/b/c", "a|b/c|d, a/b/c/d",
			"a/|b, a/b", "/|/a, /a", "a|../b, b", "a|.., .", "..|a, a" })
	void joinOnPosix(String paths, String expected) {
		assertThat(value(this.posix, "join", paths(paths))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'', .", "'|a', a", "a|b, a\\b", "a||b, a\\b", "a|\\b|c, a\\b\\c", "a|b\\c|d, a\\b\\c\\d",
			"a\\|b, a\\b", "C:|foo, C:\\foo", "C:\\x|../y, C:\\y", "\\\\srv\\share|x, \\\\srv\\share\\x" })
	void joinOnWindows(String paths, String expected) {
		assertThat(value(this.windows, "join", paths(paths))).isEqualTo(expected);
	}

	@Test
	void joinOfNothingIsADot() {
		assertThat(value(this.posix, "join", Map.of("paths", List.of()))).isEqualTo(".");
	}

	@ParameterizedTest
	@CsvSource({ "., /srv/dir", "..|x, /srv/x", "/foo/bar|/tmp/file|baz, /tmp/file/baz", "../../../../x, /x",
			"a/, /srv/dir/a", "'', /srv/dir" })
	void resolveOnPosix(String paths, String expected) {
		assertThat(value(this.posix, "resolve", paths(paths))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "..|x, C:\\x", "\\tmp, C:\\tmp", "D:|f, D:f", "D:\\a|b, D:\\a\\b", "foo\\D:\\bar, D:bar",
			"\\\\srv\\share|x, \\\\srv\\share\\x", "\\\\?\\C:\\a|b/../c, C:\\a\\c", "\\\\?\\C:\\a|\\b, C:\\b",
			"\\\\?\\C:\\a|..|.., C:\\" })
	void resolveOnWindows(String paths, String expected) {
		assertThat(value(this.windows, "resolve", paths(paths))).isEqualTo(expected);
	}

	@Test
	void resolveOfNothingIsTheWorkingDirectory() {
		assertThat(value(this.posix, "resolve", Map.of("paths", List.of()))).isEqualTo("/srv/dir");
	}

	@ParameterizedTest
	@CsvSource({ "/a/b, /a", "/a, /", "a, ''", "a/b/, a", "a/./b, a", "./a, .", "., ''", ".., ''", "a//b, a",
			"/a/.., /a" })
	void dirnameOnPosix(String path, String expected) {
		assertThat(value(this.posix, "dirname", Map.of("path", path))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "C:\\a, C:\\", "C:a, C:", "C:.\\a, C:.", "\\\\s\\h\\a, \\\\s\\h\\", "a/b\\c, a/b",
			"\\\\?\\C:\\a\\b, C:\\a" })
	void dirnameOnWindows(String path, String expected) {
		assertThat(value(this.windows, "dirname", Map.of("path", path))).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "", "//" })
	void rootOfPosixHasNoParent(String path) {
		assertThat(invoke(this.posix, "dirname", Map.of("path", path))).isEqualTo(error("path does not have a parent"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "C:\\", "C:", "\\\\s\\h", "\\" })
	void rootOfWindowsHasNoParent(String path) {
		assertThat(invoke(this.windows, "dirname", Map.of("path", path)))
			.isEqualTo(error("path does not have a parent"));
	}

	@ParameterizedTest
	@CsvSource({ "a.tar.gz, gz", "a., ''", "/x/a.txt/, txt", "..., ''" })
	void extnameIsWithoutItsDot(String path, String expected) {
		assertThat(value(this.posix, "extname", Map.of("path", path))).isEqualTo(expected);
	}

	// row 126
	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a/.profile", "/a.b/c", "..", "/", "" })
	void nameWithoutADotHasNoExtension(String path) {
		assertThat(invoke(this.posix, "extname", Map.of("path", path)))
			.isEqualTo(error("path does not have an extension"));
	}

	// row 126
	@ParameterizedTest
	@CsvSource({ "/a/b.json, .json, b", "/a/b.json, json, b.", "/a/b.json, , b.json",
			"/a/b.json.html, .json, b.json.html", "/a/b.json.json, .json, b.json", "/a/b/, , b", "a/., , a",
			"a, a, ''" })
	void basenameLosesASuffix(String path, @Nullable String ext, String expected) {
		Map<String, @Nullable Object> args = new HashMap<>();
		args.put("path", path);
		args.put("ext", ext);
		assertThat(value(this.posix, "basename", args)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "C:\\a\\b.txt, b.txt", "C:b, b", "a/b, b" })
	void basenameOnWindows(String path, String expected) {
		assertThat(value(this.windows, "basename", Map.of("path", path))).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "", ".", "..", "a/.." })
	void whatIsNoNameHasNoBasename(String path) {
		assertThat(invoke(this.posix, "basename", Map.of("path", path)))
			.isEqualTo(error("path does not have a basename"));
	}

	// row 127
	@ParameterizedTest
	@ValueSource(strings = { "is_absolute", "isAbsolute" })
	void absoluteDependsOnThePlatform(String command) {
		assertThat(isAbsolute(this.posix, command, "/a", "a", "C:\\a", "", "\\a")).containsExactly(true, false, false,
				false, false);
		assertThat(isAbsolute(this.windows, command, "C:\\a", "C:/a", "C:a", "\\a", "/a", "\\\\s\\h", "\\\\?\\x", "a"))
			.containsExactly(true, true, false, false, false, true, true, false);
	}

	@Test
	void directoriesAreThoseOfTheApplication() {
		assertThat(directory(this.posix, 14, null)).isEqualTo("/home/me/.local/share/dev.example");
		assertThat(directory(this.posix, 17, null)).isEqualTo("/home/me/.local/share/dev.example/logs");
		assertThat(directory(this.posix, 12, "a/../b")).isEqualTo("/tmp/a/../b");
		assertThat(directory(this.posix, 12, "/x")).isEqualTo("/x");
	}

	@ParameterizedTest
	@CsvSource({ "../a/./b, _up_/a/b", "/x, _root_/x", "., ''", "a.txt, a.txt" })
	void pathsOfResourcesStayAmongThem(String path, String expected) {
		assertThat(directory(this.posix, 11, path)).isEqualTo("/opt/app/" + expected);
		assertThat(directory(this.windows, 11, path)).isEqualTo("C:\\app\\" + expected.replace('/', '\\'));
	}

	@Test
	void driveOfAResourceIsDropped() {
		assertThat(directory(this.windows, 11, "D:\\x")).isEqualTo("C:\\app\\_root_\\x");
	}

	@Test
	void missingDirectoryIsUnknown() {
		assertThat(invoke(this.posix, "resolve_directory", Map.of("directory", 1))).isEqualTo(error("unknown path"));
		assertThat(invoke(this.windows, "resolve_directory", Map.of("directory", 22))).isEqualTo(error("unknown path"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 24, -1 })
	void numberOfNoDirectoryIsInvalid(int number) {
		assertThat(((InvokeResponse.Error) invoke(this.posix, "resolve_directory", Map.of("directory", number))).text())
			.startsWith("\"invalid args `directory` for command `resolve_directory`: invalid value: " + number
					+ ", expected one of: 1, 2, 3")
			.endsWith(", 23\"");
	}

	@Test
	void argumentsAreTexts() {
		assertThat(invoke(this.posix, "join", Map.of("paths", Collections.singletonList(null))))
			.isEqualTo(error("invalid args `paths` for command `join`: invalid type: null, expected a string"));
		assertThat(invoke(this.posix, "join", Map.of()))
			.isEqualTo(error("invalid args `paths` for command `join`: command join missing required key paths"));
	}

	@Test
	void absurdlyLongPathIsRefused() {
		assertThat(invoke(this.posix, "normalize", Map.of("path", "a/".repeat(40_000))))
			.isEqualTo(error("path is longer than 65536 characters"));
	}

	private static Map<String, Object> paths(String paths) {
		return Map.of("paths", List.of(paths.split("\\|", -1)));
	}

	private static @Nullable Object directory(CommandTester tester, int number, @Nullable String path) {
		Map<String, @Nullable Object> args = new HashMap<>();
		args.put("directory", number);
		args.put("path", path);
		return value(tester, "resolve_directory", args);
	}

	private static List<@Nullable Object> isAbsolute(CommandTester tester, String command, String... paths) {
		return Arrays.stream(paths).map((path) -> value(tester, command, Map.of("path", path))).toList();
	}

	private static @Nullable Object value(CommandTester tester, String command, Map<String, ?> args) {
		InvokeResponse response = invoke(tester, command, args);
		assertThat(response).isInstanceOf(InvokeResponse.Json.class);
		return MAPPER.readValue(((InvokeResponse.Json) response).text(), Object.class);
	}

	private static InvokeResponse invoke(CommandTester tester, String command, Map<String, ?> args) {
		return tester.invoke(PAGE.page(), "plugin:path|" + command, MAPPER.writeValueAsString(args));
	}

	private static InvokeResponse error(String text) {
		return new InvokeResponse.Error("\"" + text + "\"");
	}

}
