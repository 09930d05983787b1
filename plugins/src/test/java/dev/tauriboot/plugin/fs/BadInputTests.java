package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

import dev.tauriboot.Origin;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.PathScope;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Files that are not what they seem, and disks that are full. Everything is in scope
 * here.
 */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class BadInputTests {

	private static final int ROOM = 1000;

	@TempDir
	private Path folder;

	private final FileCommands files = new FileCommands();

	private final DirectoryCommands directories = new DirectoryCommands();

	private final ResourceTable resources = new ResourceTable();

	private final HandleCommands handles = new HandleCommands(this.resources);

	private final Page page = new Page(mock(Webview.class), Origin.of("http://tauri.localhost"), true,
			mock(Outbound.class));

	private FileScope scope;

	@BeforeEach
	void open() throws IOException {
		this.folder = this.folder.toRealPath();
		this.scope = scope(this.folder);
	}

	// Numbers of base directories lead to a path, of which there is one.
	private static FileScope scope(Path base) {
		PathScope all = PathScope.builder((directory) -> null).allow(List.of("/**")).build();
		return new FileScope(all, (directory) -> base, "test");
	}

	private String path(String name) {
		return this.folder.resolve(name).toString();
	}

	private static void assertFails(ThrowingCallable call, String error) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(call).withMessageEndingWith(error);
	}

	private void write(FileScope scope, String path, byte[] content, String options) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("path", UriUtils.encode(path, UTF_8));
		headers.set("options", options);
		this.files.writeFile(new InvokeRequest("plugin:fs|write_file", new InvokeBody.Raw(content), headers, this.page),
				scope);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/zero", "/dev/null", "/dev/full" })
	void deviceIsNotOpened(String device) {
		String error = "with error: Operation not supported (os error 95)";
		assertFails(() -> this.files.readFile(device, null, this.scope), error);
		assertFails(() -> write(this.scope, device, new byte[1], "undefined"), error);
		assertFails(() -> write(this.scope, device, new byte[1], "{\"append\":true}"), error);
		assertFails(() -> this.files.truncate(device, null, null, this.scope), error);
		assertFails(() -> this.files.copyFile(device, path("copy"), null, this.scope), error);
		assertFails(() -> this.files.copyFile(path("copy"), device, null, this.scope), "(os error 2)");
		assertFails(() -> this.handles.open(device, null, this.scope, this.page), error);
		assertFails(() -> this.handles.create(device, null, this.scope, this.page), error);
		assertFails(() -> new LineCommands(this.resources).open(device, null, this.scope, this.page), error);
		assertThat(Files.exists(Path.of(device)) && !Files.isRegularFile(Path.of(device))).isTrue();
	}

	@Test
	void pipeKeepsNobodyWaiting() throws Exception {
		assertThat(new ProcessBuilder("mkfifo", path("pipe")).start().waitFor()).isZero();
		assertFails(() -> this.files.readFile(path("pipe"), null, this.scope), "Operation not supported (os error 95)");
	}

	@Test
	void folderIsNoFile() {
		String error = "with error: Is a directory (os error 21)";
		assertFails(() -> this.files.readFile(path(""), null, this.scope), error);
		assertFails(() -> write(this.scope, path(""), new byte[1], "{}"), error);
		assertFails(() -> this.handles.open(path(""), null, this.scope, this.page), error);
	}

	@Test
	void hugeFileIsNotLoaded() throws IOException {
		try (RandomAccessFile sparse = new RandomAccessFile(path("huge"), "rw")) {
			sparse.setLength(3L << 30);
		}
		assertFails(() -> this.files.readFile(path("huge"), null, this.scope), "File too large (os error 27)");
		long rid = this.handles.open(path("huge"), null, this.scope, this.page);
		assertThat(this.handles.read(rid, 5, this.page)).hasSize(13);
		// A page that wants it all at once gets what is sensible.
		this.handles.seek(rid, -3, 2, this.page);
		assertThat(this.handles.read(rid, Long.MAX_VALUE, this.page)).hasSize(11);
		assertFails(() -> this.handles.truncate(rid, Long.MAX_VALUE, this.page), "(os error 22)");
	}

	@Test
	void noMoreIsReadAtOnceThanMayBe() throws IOException {
		Files.writeString(Path.of(path("ten")), "0123456789");
		HandleCommands limited = new HandleCommands(this.resources, 4);
		long rid = limited.open(path("ten"), null, this.scope, this.page);
		assertThat(limited.read(rid, 3, this.page)).isEqualTo(answer("012"));
		assertThat(limited.read(rid, 4, this.page)).isEqualTo(answer("3456"));
		limited.seek(rid, 0, 0, this.page);
		assertThat(limited.read(rid, 5, this.page)).isEqualTo(answer("0123"));
		assertThat(limited.read(rid, Long.MAX_VALUE, this.page)).isEqualTo(answer("4567"));
		assertThat(limited.read(rid, 4, this.page)).isEqualTo(answer("89"));
		assertThat(limited.read(rid, 4, this.page)).isEqualTo(answer(""));
		HandleCommands unlimited = new HandleCommands(this.resources, Long.MAX_VALUE);
		rid = unlimited.open(path("ten"), null, this.scope, this.page);
		assertThat(unlimited.read(rid, Long.MAX_VALUE, this.page)).isEqualTo(answer("0123456789"));
	}

	private static byte[] answer(String text) {
		return ByteBuffer.allocate(text.length() + Long.BYTES).put(text.getBytes(UTF_8)).putLong(text.length()).array();
	}

	@Test
	void fileOfTheSystemHasNoSize() throws IOException {
		assertThat(Files.size(Path.of("/proc/self/status"))).isZero();
		assertThat(new String(this.files.readFile("/proc/self/status", null, this.scope), UTF_8)).contains("VmPeak");
		long rid = this.handles.open("/proc/self/status", null, this.scope, this.page);
		assertThat(this.handles.read(rid, 10, this.page)).hasSize(18);
	}

	@Test
	void nameThatIsNoTextIsListed() throws Exception {
		Process shell = new ProcessBuilder("bash", "-c", "echo content > \"$1\"/$'a\\xffb'", "-", path("")).start();
		assertThat(shell.waitFor()).isZero();
		List<DirectoryItem> items = this.directories.readDirectory(path(""), null, this.scope);
		assertThat(items).containsExactly(new DirectoryItem("a\uFFFDb", true, false, false));
		assertFails(() -> this.files.readFile(path("a\uFFFDb"), null, this.scope), "(os error 2)");
		assertThat(this.directories.size(path(""), null, this.scope)).isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "a\0b" })
	void nulIsInNoPath(String name) {
		assertFails(() -> this.files.readFile(this.folder + "/" + name, null, this.scope),
				"rewrite the path without the use of `../`");
	}

	@Test
	void longNameRejects() {
		assertFails(() -> write(this.scope, path("x".repeat(256)), new byte[1], "{}"),
				"File name too long (os error 36)");
		write(this.scope, path("x".repeat(255)), new byte[1], "{}");
	}

	@Test
	void linksInACircleAreForbidden() throws IOException {
		Files.createSymbolicLink(this.folder.resolve("a"), Path.of("b"));
		Files.createSymbolicLink(this.folder.resolve("b"), Path.of("a"));
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> this.files.readFile(path("a"), null, this.scope),
				() -> write(this.scope, path("a"), new byte[1], "{}"),
				() -> this.directories.remove(path("a"), null, this.scope),
				() -> this.directories.stat(path("b/c"), null, this.scope))) {
			assertThatExceptionOfType(InvokeException.class).isThrownBy(call)
				.withMessageStartingWith("forbidden path: " + this.folder);
		}
	}

	@Test
	void programThatRunsIsLocked() throws Exception {
		Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), this.folder.resolve("program"),
				StandardCopyOption.COPY_ATTRIBUTES);
		Process running = new ProcessBuilder(program.toString(), "60").start();
		try {
			String error = "with error: Text file busy (os error 26)";
			OpenOptions writing = new OpenOptions(null, true, null, null, null, null, null, null);
			assertFails(() -> this.handles.open(program.toString(), writing, this.scope, this.page), error);
			assertFails(() -> write(this.scope, program.toString(), new byte[1], "{\"append\":true}"), error);
			// Another file takes its place, the program keeps its own.
			write(this.scope, program.toString(), new byte[1], "{}");
			assertThat(program).hasSize(1);
			assertThat(running.isAlive()).isTrue();
		}
		finally {
			running.destroyForcibly();
		}
	}

	@Test
	void oldContentStaysWhenTheDiskIsFull() throws IOException {
		FileScope full = scope(FullDisk.of(this.folder, ROOM));
		byte[] old = "old".repeat(100).getBytes(UTF_8);
		Files.write(this.folder.resolve("file"), old);
		Files.write(this.folder.resolve("source"), new byte[5000]);
		String error = "with error: No space left on device (os error 28)";
		String base = "{\"baseDir\":" + BaseDirectory.HOME.number() + "}";
		assertFails(() -> write(full, "file", new byte[5000], base), error);
		assertFails(() -> write(full, "new", new byte[5000], base), error);
		assertFails(() -> write(full, "new", new byte[5000], base.replace("{", "{\"createNew\":true,")), error);
		assertThat(this.folder.resolve("file")).hasBinaryContent(old);
		try (var left = Files.list(this.folder)) {
			assertThat(left).extracting((path) -> path.getFileName().toString())
				.containsExactlyInAnyOrder("file", "source");
		}
		write(full, "file", new byte[ROOM], base);
		assertThat(this.folder.resolve("file")).hasSize(ROOM);
	}

	@Test
	void handleTellsOfAFullDisk() {
		OpenOptions options = new OpenOptions(null, true, null, null, true, null, null, BaseDirectory.HOME.number());
		long rid = this.handles.open("file", options, scope(FullDisk.of(this.folder, ROOM)), this.page);
		assertThat(this.handles.write(rid, new byte[ROOM], this.page)).isEqualTo(ROOM);
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> this.handles.write(rid, new byte[1], this.page))
			.withMessage("failed to write bytes to file with error: No space left on device (os error 28)");
		assertThat(this.handles.stat(rid, this.page).size()).isEqualTo(ROOM);
	}

	// row 57
	@Test
	void bodyMayBeAnArrayOfNumbers() throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.set("path", UriUtils.encode(path("file"), UTF_8));
		for (String body : Arrays.asList("[0,200,255]", "{}", "[256]", "[-1]", "[1.5]", "\"text\"")) {
			InvokeRequest request = new InvokeRequest("plugin:fs|write_file",
					new InvokeBody.Json(body, JsonMapper.shared()), headers, this.page);
			if (body.equals("[0,200,255]")) {
				this.files.writeFile(request, this.scope);
			}
			else {
				assertFails(() -> this.files.writeFile(request, this.scope), "unexpected invoke body");
			}
		}
		assertThat(this.folder.resolve("file")).hasBinaryContent(new byte[] { 0, (byte) 200, (byte) 255 });
	}

}
