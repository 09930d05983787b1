package dev.tauriboot.conformance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.1 of the plugins' contract, whole files and lines: rows 42 to 69.
 */
class FsFileTests extends FsPluginTests {

	// row 42
	@Test
	void bytesArriveAsTheyAre() throws Exception {
		byte[] all = new byte[256];
		for (int i = 0; i < all.length; i++) {
			all[i] = (byte) i;
		}
		Files.write(WORK.resolve("a"), all);
		assertThat(fs("""
				const raw = await invoke('plugin:fs|read_file', { path: `${work}/a` });
				const bytes = await fs.readFile(`${work}/a`);
				return [raw instanceof ArrayBuffer, bytes.length, bytes.every((value, i) => value === i)];
				""").toString()).isEqualTo("[true,256,true]");
	}

	// rows 43, 46
	@Test
	void textIsDecodedByThePage() throws Exception {
		file("a", "\uFEFFGrüße 😀\r\nEnde\n");
		file("empty", "");
		assertThat(
				fs("return [await fs.readTextFile(`${work}/a`), await fs.readTextFile(`${work}/empty`)];").toString())
			.isEqualTo("[\"Grüße 😀\\r\\nEnde\\n\",\"\"]");
	}

	// row 44
	@Test
	void encodingIsThatOfThePage() throws Exception {
		Files.write(WORK.resolve("utf16"), "Grüße 😀".getBytes(StandardCharsets.UTF_16LE));
		Files.write(WORK.resolve("gbk"), "中文".getBytes(Charset.forName("GBK")));
		Files.write(WORK.resolve("sjis"), "日本".getBytes(Charset.forName("Shift_JIS")));
		assertThat(fs("""
				return [await fs.readTextFile(`${work}/utf16`, { encoding: 'utf-16le' }),
				  await fs.readTextFile(`${work}/gbk`, { encoding: 'gbk' }),
				  await fs.readTextFile(`${work}/sjis`, { encoding: 'shift_jis' }),
				  (await fs.readFile(`${work}/gbk`)).length];
				""").toString()).isEqualTo("[\"Grüße 😀\",\"中文\",\"日本\",4]");
	}

	// row 45
	@Test
	void invalidTextHasReplacements() throws Exception {
		Files.write(WORK.resolve("a"), new byte[] { 'a', (byte) 0xff, 'b' });
		assertThat(fs("return fs.readTextFile(`${work}/a`);").asString()).isEqualTo("a\uFFFDb");
	}

	// rows 47, 48, 54, 7
	@Test
	void bytesAreWrittenAsTheyAre() throws Exception {
		assertThat(fs("""
				await fs.writeFile(`${work}/empty`, new Uint8Array(0));
				await fs.writeFile(`${work}/a`, new Uint8Array([0, 200, 255]));
				return invoke('plugin:fs|write_file', new Uint8Array([1]), { headers: {
				  path: encodeURIComponent(`${work}/b`), options: 'undefined' } });
				""").isNull()).isTrue();
		assertThat(WORK.resolve("a")).hasBinaryContent(new byte[] { 0, (byte) 200, (byte) 255 });
		assertThat(WORK.resolve("b")).hasBinaryContent(new byte[] { 1 });
		assertThat(WORK.resolve("empty")).isEmptyFile();
	}

	// row 49
	@Test
	void nameIsExactlyThat() throws Exception {
		String name = "with space, 100%, %41, ü and 😀";
		fs("await fs.writeFile(`${work}/%s`, new Uint8Array([33]));".formatted(name));
		assertThat(WORK.resolve(name)).hasContent("!");
	}

	// rows 50, 51, 56
	@Test
	void textIsAppendedOrReplaced() throws Exception {
		fs("""
				await fs.writeFile(`${work}/a`, new Uint8Array([97]), { append: true });
				await fs.writeFile(`${work}/a`, new Uint8Array([98]), { append: true });
				await fs.writeTextFile(`${work}/b`, 'a long text');
				await fs.writeTextFile(`${work}/b`, 'Grüße');
				""");
		assertThat(WORK.resolve("a")).hasContent("ab");
		assertThat(WORK.resolve("b")).hasBinaryContent("Grüße".getBytes(StandardCharsets.UTF_8));
	}

	// rows 52, 53
	@Test
	void existenceIsChecked() throws Exception {
		file("a", "content");
		Files.createSymbolicLink(WORK.resolve("dangling"), WORK.resolve("nowhere"));
		assertThat(fs("""
				const bytes = new Uint8Array([33]);
				const outcomes = [await rejection(fs.writeFile(`${work}/missing`, bytes, { create: false })),
				  await rejection(fs.writeFile(`${work}/a`, bytes, { createNew: true })),
				  await rejection(fs.writeFile(`${work}/dangling`, bytes, { createNew: true }))];
				await fs.writeFile(`${work}/new`, bytes, { createNew: true, mode: 0o640 });
				return outcomes;
				""")).extracting(JsonNode::asString)
			.containsExactly(error("open file at", "missing", "No such file or directory (os error 2)"),
					error("open file at", "a", "File exists (os error 17)"),
					error("open file at", "dangling", "File exists (os error 17)"));
		assertThat(WORK.resolve("a")).hasContent("content");
		assertThat(WORK.resolve("new")).hasContent("!");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(WORK.resolve("new"))))
			.isEqualTo("rw-r-----");
		assertThat(WORK).isDirectoryNotContaining((path) -> path.endsWith("missing") || path.endsWith("nowhere"));
	}

	// row 55
	@Test
	void streamIsWrittenInChunks() throws Exception {
		file("a", "0123456789");
		fs("""
				const chunks = ['one ', 'two ', 'th'].map((chunk) => new TextEncoder().encode(chunk));
				const stream = () => new ReadableStream({ start(controller) {
				  chunks.forEach((chunk) => controller.enqueue(chunk));
				  controller.close();
				} });
				await fs.writeFile(`${work}/a`, stream());
				await fs.writeFile(`${work}/b`, stream());
				""");
		assertThat(WORK.resolve("a")).hasContent("one two th");
		assertThat(WORK.resolve("b")).hasContent("one two th");
	}

	// rows 57, 58, 59
	@Test
	void bodyIsBytesOrNumbers() throws Exception {
		assertThat(fs("""
				const headers = { path: encodeURIComponent(`${work}/a`) };
				await invoke('plugin:fs|write_file', [1, 2, 255], { headers });
				return [await rejection(invoke('plugin:fs|write_file', { data: [1] }, { headers })),
				  await rejection(invoke('plugin:fs|write_file', new Uint8Array(1))),
				  await rejection(invoke('plugin:fs|write_file', new Uint8Array(1), { headers: { path: '%ff' } }))];
				""")).extracting(JsonNode::asString)
			.containsExactly("unexpected invoke body", "missing file path", "path is not a valid UTF-8");
		assertThat(WORK.resolve("a")).hasBinaryContent(new byte[] { 1, 2, (byte) 255 });
	}

	// row 60
	@Test
	void tenMegabytesGoThereAndBack() throws Exception {
		byte[] bytes = new byte[10_000_000];
		new Random(1).nextBytes(bytes);
		Files.write(WORK.resolve("a"), bytes);
		assertThat(fs("""
				const start = performance.now();
				const bytes = await fs.readFile(`${work}/a`);
				await fs.writeFile(`${work}/b`, bytes);
				return [bytes.length, performance.now() - start < 60000];
				""").toString()).isEqualTo("[10000000,true]");
		assertThat(WORK.resolve("b")).hasBinaryContent(bytes);
	}

	@Test
	void linkStaysAndItsTargetIsReplaced() throws Exception {
		Path target = file("target", "old");
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-x---"));
		Files.createSymbolicLink(WORK.resolve("link"), Path.of("target"));
		Files.createSymbolicLink(WORK.resolve("dangling"), Path.of("made"));
		fs("await fs.writeTextFile(`${work}/link`, 'new'); await fs.writeTextFile(`${work}/dangling`, 'made');");
		assertThat(WORK.resolve("link")).isSymbolicLink();
		assertThat(target).hasContent("new");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rwxr-x---");
		assertThat(WORK.resolve("made")).hasContent("made");
	}

	private String lines(String name, String options) throws Exception {
		return fs("""
				const lines = [];
				for await (const line of await fs.readTextFileLines(`${work}/%s`%s)) { lines.push(line); }
				return lines;
				""".formatted(name, options)).toString();
	}

	// rows 61, 62, 63, 66, 68
	@Test
	void linesAreSplit() throws Exception {
		file("a", "a\nb\r\n\nc");
		file("newline", "a\r\rb\r\n");
		file("empty", "");
		assertThat(lines("a", "")).isEqualTo("[\"a\",\"b\",\"\",\"c\"]");
		assertThat(lines("newline", "")).isEqualTo("[\"a\\r\\rb\"]");
		assertThat(lines("empty", "")).isEqualTo("[]");
		assertThat(lines("a", ", {}")).isEqualTo("[\"a\",\"b\",\"\",\"c\"]");
		assertThat(this.resources.count(page("main"))).isZero();
	}

	// row 64
	@Test
	void flagFollowsTheLine() throws Exception {
		file("a", "ab\n\nc");
		assertThat(fs("""
				const rid = await invoke('plugin:fs|read_text_file_lines', { path: `${work}/a` });
				const answers = [];
				for (let i = 0; i < 4; i++) {
				  const answer = await invoke('plugin:fs|read_text_file_lines_next', { rid });
				  answers.push(Array.from(new Uint8Array(answer)));
				}
				return [answers, await rejection(invoke('plugin:fs|read_text_file_lines_next', { rid }))
				  === `The resource id ${rid} is invalid.`];
				""").toString()).isEqualTo("[[[97,98,0],[0],[99,0],[1]],true]");
	}

	// row 65
	@Test
	void leavingEarlyCloses() throws Exception {
		file("a", "a\nb\nc");
		assertThat(fs("""
				for await (const line of await fs.readTextFileLines(`${work}/a`)) { if (line === 'b') return line; }
				""").asString()).isEqualTo("b");
		assertThat(this.resources.count(page("main"))).isZero();
	}

	// row 67
	@Test
	void linesOfSixteenBitCharacters() throws Exception {
		// Ċ is 0A 01, ഊ is 0A 0D
		String text = "Grüße\r\nĊഊ\n\n😀";
		Files.write(WORK.resolve("le"), text.getBytes(StandardCharsets.UTF_16LE));
		Files.write(WORK.resolve("be"), text.getBytes(StandardCharsets.UTF_16BE));
		String expected = "[\"Grüße\",\"Ċഊ\",\"\",\"😀\"]";
		assertThat(lines("le", ", { encoding: 'utf-16le' }")).isEqualTo(expected);
		assertThat(lines("be", ", { encoding: 'utf-16be' }")).isEqualTo(expected);
	}

	// row 69
	@Test
	void longLineIsDeliveredWhole() throws Exception {
		file("a", "x".repeat(1_500_000) + "\nend");
		assertThat(fs("""
				const lengths = [];
				for await (const line of await fs.readTextFileLines(`${work}/a`)) { lengths.push(line.length); }
				return lengths;
				""").toString()).isEqualTo("[1500000,3]");
	}

}
