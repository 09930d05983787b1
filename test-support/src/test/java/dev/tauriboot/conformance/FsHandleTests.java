package dev.tauriboot.conformance;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.tauriboot.window.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.1 of the plugins' contract, open files: rows 19 to 41, and rows 7, 8, 10, 11
 * and 13 with them.
 */
class FsHandleTests extends FsPluginTests {

	private static final String BAD = "Bad file descriptor (os error 9)";

	private static final String INVALID = "Invalid argument (os error 22)";

	// rows 19, 40
	@Test
	void opensToReadByDefault() throws Exception {
		file("a", "content");
		assertThat(
				fs("""
						const file = await fs.open(`${work}/a`);
						const outcome = [await readAll(file), await rejection(file.write(new Uint8Array([1]))), await file.close()];
						return [...outcome, await rejection(file.close()) === `The resource id ${file.rid} is invalid.`];
						""")
					.toString())
			.isEqualTo("[\"content\",\"failed to write bytes to file with error: " + BAD + "\",null,true]");
	}

	// rows 20, 36
	@Test
	void opensToReadAndWrite() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`, { write: true });
				const before = await readAll(file);
				return [before, await file.write(new Uint8Array([33, 34])), await file.seek(0, SeekMode.Start),
				  await readAll(file)];
				""").toString()).isEqualTo("[\"content\",2,0,\"content!\\\"\"]");
	}

	// row 21
	@Test
	void writerCannotRead() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`, { read: false, write: true });
				return rejection(file.read(new Uint8Array(1)));
				""").asString()).isEqualTo("faied to read bytes from file with error: " + BAD);
	}

	// rows 22, 23, 24
	@Test
	void optionsThatMakeNoSenseReject() throws Exception {
		file("a", "content");
		assertThat(fs("""
				return [await rejection(fs.open(`${work}/missing`, { create: true })),
				  await rejection(fs.open(`${work}/a`, { read: false })),
				  await rejection(fs.open(`${work}/a`, { truncate: true })),
				  await rejection(fs.open(`${work}/a`, { append: true, truncate: true }))];
				""")).extracting(JsonNode::asString)
			.containsExactly(error("open file at", "missing", INVALID), error("open file at", "a", INVALID),
					error("open file at", "a", INVALID), error("open file at", "a", INVALID));
		assertThat(WORK.resolve("missing")).doesNotExist();
		assertThat(WORK.resolve("a")).hasContent("content");
	}

	// row 25
	@Test
	void appendedBytesGoToTheEnd() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`, { append: true });
				await file.write(new TextEncoder().encode(' and more'));
				await file.seek(0, SeekMode.Start);
				return readAll(file);
				""").asString()).isEqualTo("content and more");
	}

	// row 26
	@Test
	void twoHandlesAppendWithoutLoss() throws Exception {
		fs("""
				const options = { append: true, create: true };
				const files = [await fs.open(`${work}/a`, options), await fs.open(`${work}/a`, options)];
				const lines = [];
				for (let i = 0; i < 100; i++) {
				  lines.push(files[i % 2].write(new TextEncoder().encode(`line ${i % 2}\\n`)));
				}
				await Promise.all(lines);
				""");
		assertThat(Files.readAllLines(WORK.resolve("a"))).hasSize(100)
			.allMatch((line) -> line.equals("line 0") || line.equals("line 1"));
	}

	// row 27
	@Test
	void newFileMustNotBeThere() throws Exception {
		file("a", "content");
		Files.createSymbolicLink(WORK.resolve("dangling"), WORK.resolve("nowhere"));
		assertThat(
				fs("""
						const options = { createNew: true, write: true };
						return [await rejection(fs.open(`${work}/a`, options)),
						  await rejection(fs.open(`${work}/dangling`, options)), (await fs.open(`${work}/new`, options)).rid > 0];
						""")
					.toString())
			.isEqualTo("[\"" + error("open file at", "a", "File exists (os error 17)") + "\",\""
					+ error("open file at", "dangling", "File exists (os error 17)") + "\",true]");
		assertThat(WORK.resolve("nowhere")).doesNotExist();
		assertThat(WORK.resolve("new")).isEmptyFile();
	}

	// row 28
	@Test
	void modeIsThatOfTheNewFile() throws Exception {
		fs("await fs.open(`${work}/a`, { create: true, write: true, mode: 0o600 });");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(WORK.resolve("a"))))
			.isEqualTo("rw-------");
	}

	// row 29
	@Test
	void shortFileEndsTheRead() throws Exception {
		file("a", "0123456789");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`);
				const buffer = new Uint8Array(100).fill(7);
				const count = await file.read(buffer);
				return [count, text(buffer.slice(0, 10)), buffer[10], await file.read(buffer)];
				""").toString()).isEqualTo("[10,\"0123456789\",7,null]");
	}

	// row 30
	@Test
	void countFollowsTheBytes() throws Exception {
		file("a", "0123456789");
		assertThat(fs("""
				const { rid } = await fs.open(`${work}/a`);
				const answers = [];
				for (const len of [4, 100, 5]) {
				  const answer = await invoke('plugin:fs|read', { rid, len });
				  answers.push(answer instanceof ArrayBuffer, Array.from(new Uint8Array(answer)).slice(-8),
				    answer.byteLength);
				}
				return answers;
				""").toString())
			.isEqualTo("[true,[0,0,0,0,0,0,0,4],12,true,[0,0,0,0,0,0,0,6],14,true,[0,0,0,0,0,0,0,0],8]");
	}

	// row 31
	@Test
	void readsInALoop() throws Exception {
		file("a", "abcdefghijklm");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`);
				const buffer = new Uint8Array(5);
				const counts = [];
				let all = '';
				for (let count = await file.read(buffer); count !== null; count = await file.read(buffer)) {
				  counts.push(count);
				  all += text(buffer.slice(0, count));
				}
				return [all, counts];
				""").toString()).isEqualTo("[\"abcdefghijklm\",[5,5,3]]");
	}

	// row 32
	@Test
	void readsBehindTwoGibibytes() throws Exception {
		Path file = WORK.resolve("sparse");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.seek(3L << 30);
			sparse.writeBytes("far away");
		}
		assertThat(fs("""
				const file = await fs.open(`${work}/sparse`);
				const position = await file.seek(3 * 1024 ** 3, SeekMode.Start);
				return [position, await readAll(file), (await file.stat()).size];
				""").toString()).isEqualTo("[3221225472,\"far away\",3221225480]");
	}

	// rows 33, 34
	@Test
	void seeks() throws Exception {
		file("a", "Hello World");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`);
				return [await file.seek(6, SeekMode.Start), await file.seek(2, SeekMode.Current),
				  await file.seek(-2, SeekMode.End), await rejection(file.seek(-1, SeekMode.Start)),
				  await rejection(file.seek(0, 3)), await readAll(file)];
				""").toString()).isEqualTo("[6,8,9,\"failed to seek file with error: " + INVALID
				+ "\",\"invalid args `whence` for command `seek`: invalid value: 3, expected one of: 0, 1, 2\",\"ld\"]");
	}

	// row 35
	@Test
	void holeIsZero() throws Exception {
		file("a", "ab");
		fs("""
				const file = await fs.open(`${work}/a`, { write: true });
				await file.seek(4, SeekMode.Start);
				await file.write(new Uint8Array([99]));
				""");
		assertThat(WORK.resolve("a")).hasBinaryContent(new byte[] { 'a', 'b', 0, 0, 'c' });
	}

	// rows 37, 38, 39
	@Test
	void truncatesAndExtends() throws Exception {
		file("a", "Hello World");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`, { write: true });
				const size = async () => (await file.stat()).size;
				await file.truncate(7);
				const sizes = [await size()];
				await file.truncate(100);
				sizes.push(await size(), await file.seek(0, SeekMode.Current));
				await file.truncate();
				sizes.push(await size());
				await file.write(new Uint8Array(3));
				sizes.push(await size());
				return [...sizes, await rejection(file.truncate(-1))];
				""").toString()).isEqualTo("[7,100,0,0,3,\"failed to truncate file with error: " + INVALID + "\"]");
		assertThat(WORK.resolve("a")).hasBinaryContent(new byte[3]);
	}

	@Test
	void appendingFileIsExtendedWithZeros() throws Exception {
		file("a", "ab");
		fs("const file = await fs.open(`${work}/a`, { append: true }); await file.truncate(4);");
		assertThat(WORK.resolve("a")).hasBinaryContent(new byte[] { 'a', 'b', 0, 0 });
	}

	// row 41
	@Test
	void createEmptiesTheFile() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const file = await fs.create(`${work}/a`);
				return [await file.write(new Uint8Array([33])), await rejection(file.read(new Uint8Array(1)))];
				""").toString()).isEqualTo("[1,\"faied to read bytes from file with error: " + BAD + "\"]");
		assertThat(WORK.resolve("a")).hasContent("!");
	}

	@Test
	void statIsThatOfTheOpenFileAfterItWasMoved() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const file = await fs.open(`${work}/a`);
				const { ino } = await file.stat();
				await fs.rename(`${work}/a`, `${work}/b`);
				await fs.writeTextFile(`${work}/a`, 'another');
				const after = await file.stat();
				return [after.ino === ino, after.size, after.isFile];
				""").toString()).isEqualTo("[true,7,true]");
	}

	// rows 11, 8
	@Test
	void otherWebviewCannotUseAHandle() throws Exception {
		file("a", "content");
		long rid = fs("return (await fs.open(`${work}/a`)).rid;").asLong();
		assertThat(fsIn("second", """
				const other = new fs.FileHandle(%d);
				return [await rejection(other.read(new Uint8Array(1))), await rejection(other.close())];
				""".formatted(rid))).extracting(JsonNode::asString)
			.containsOnly("The resource id " + rid + " is invalid.");
	}

	@Test
	void handleOfAnotherKindIsInvalid() throws Exception {
		file("a", "content");
		assertThat(fs("""
				const { rid } = await fs.open(`${work}/a`);
				return await rejection(invoke('plugin:fs|read_text_file_lines_next', { rid }))
				  === `The resource id ${rid} is invalid.`;
				""").asBoolean()).isTrue();
	}

	// row 13
	@Test
	void filesAreClosedWithTheirDocument() throws Exception {
		file("a", "content");
		Page before = page("main");
		fs("""
				for (let i = 0; i < 20; i++) { await fs.open(`${work}/a`); }
				await invoke('plugin:fs|read_text_file_lines', { path: `${work}/a` });
				await fs.watchImmediate(work, () => {});
				""");
		assertThat(openFiles()).isGreaterThanOrEqualTo(21);
		assertThat(this.resources.count(before)).isEqualTo(22);
		reload(webview("main"));
		Awaitility.await().until(() -> openFiles() == 0);
		assertThat(this.resources.count(before)).isZero();
	}

	private static long openFiles() throws Exception {
		try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return descriptors.filter((descriptor) -> {
				try {
					return Files.readSymbolicLink(descriptor).startsWith(WORK);
				}
				catch (Exception ex) {
					return false;
				}
			}).count();
		}
	}

}
