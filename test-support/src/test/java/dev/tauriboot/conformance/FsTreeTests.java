package dev.tauriboot.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.1 of the plugins' contract, directories and what is known of files: rows 70
 * to 87.
 */
class FsTreeTests extends FsPluginTests {

	private static String permissions(String name) throws Exception {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(WORK.resolve(name)));
	}

	// rows 70, 71, 72
	@Test
	void directoriesAreMade() throws Exception {
		assertThat(
				fs("""
						const outcomes = [await rejection(fs.mkdir(`${work}/a/b`)),
						  await fs.mkdir(`${work}/a/b`, { recursive: true }), await fs.mkdir(`${work}/a/b`, { recursive: true }),
						  await rejection(fs.mkdir(`${work}/a`))];
						await fs.mkdir(`${work}/private`, { mode: 0o700 });
						return outcomes;
						""")
					.toString())
			.isEqualTo("[\"" + error("create directory at", "a/b", "No such file or directory (os error 2)")
					+ "\",null,null,\"" + error("create directory at", "a", "File exists (os error 17)") + "\"]");
		assertThat(WORK.resolve("a/b")).isDirectory();
		assertThat(permissions("private")).isEqualTo("rwx------");
	}

	// rows 73, 74
	@Test
	void directoryIsListed() throws Exception {
		file("file", "");
		Files.createDirectory(WORK.resolve("folder"));
		Files.createSymbolicLink(WORK.resolve("link"), WORK.resolve("folder"));
		Files.createSymbolicLink(WORK.resolve("dangling"), WORK.resolve("nowhere"));
		Files.createSymbolicLink(WORK.resolve("loop"), WORK.resolve("loop"));
		assertThat(fs("""
				const flags = ['isFile', 'isDirectory', 'isSymlink'];
				const entries = (await fs.readDir(work)).sort((a, b) => a.name < b.name ? -1 : 1);
				return entries.map((entry) => [entry.name, ...flags.filter((flag) => entry[flag])].join(' '))
				  .concat(await rejection(fs.readDir(`${work}/file`)));
				""")).extracting(JsonNode::asString)
			.containsExactly("dangling isSymlink", "file isFile", "folder isDirectory", "link isDirectory isSymlink",
					"loop isSymlink", error("read directory at", "file", "Not a directory (os error 20)"));
	}

	@Test
	void namesOfFilesStayTexts() throws Exception {
		List<String> names = List.of("<script>window.pwned = 1<!--", "\"];window.pwned = 1\u2028",
				"'`${window.pwned = 1}\\", "__proto__", "\u202egnp.txt\n");
		for (String name : names) {
			file(name, "");
		}
		List<String> texts = new ArrayList<>(names);
		names.forEach((name) -> texts.add(error("read directory at", name, "Not a directory (os error 20)")));
		assertThat(fs("""
				const names = (await fs.readDir(work)).map((entry) => entry.name);
				const errors = names.map((name) => rejection(fs.readDir(`${work}/${name}`)));
				return names.concat(await Promise.all(errors));
				""")).extracting(JsonNode::asString).containsExactlyInAnyOrderElementsOf(texts);
		assertThat(fs("return window.pwned ?? null;").isNull()).isTrue();
	}

	// rows 75, 76, 77
	@Test
	void entriesAreRemoved() throws Exception {
		Files.createDirectories(WORK.resolve("full/deeper"));
		file("full/a", "");
		file("full/deeper/b", "");
		Files.createDirectory(WORK.resolve("target"));
		file("target/kept", "");
		Files.createSymbolicLink(WORK.resolve("full/inside"), WORK.resolve("target"));
		Files.createSymbolicLink(WORK.resolve("link"), WORK.resolve("target"));
		file("single", "");
		Files.createDirectory(WORK.resolve("empty"));
		assertThat(
				fs("""
						const outcomes = [await rejection(fs.remove(`${work}/full`)),
						  await fs.remove(`${work}/full`, { recursive: true }), await fs.remove(`${work}/link`, { recursive: true }),
						  await rejection(fs.remove(`${work}/missing`))];
						await fs.remove(`${work}/single`);
						await fs.remove(`${work}/empty`);
						return outcomes.concat((await fs.readDir(work)).map((entry) => entry.name));
						""")
					.toString())
			.isEqualTo("[\"" + error("remove", "full", "Directory not empty (os error 39)") + "\",null,null,\""
					+ error("get metadata of", "missing", "No such file or directory (os error 2)") + "\",\"target\"]");
		assertThat(WORK.resolve("target/kept")).exists();
	}

	// rows 78, 79
	@Test
	void entriesAreRenamed() throws Exception {
		file("a", "new");
		file("b", "old");
		Files.createDirectories(WORK.resolve("folder"));
		Files.createDirectories(WORK.resolve("full/x"));
		Files.createSymbolicLink(WORK.resolve("link"), Path.of("nowhere"));
		assertThat(fs("""
				await fs.rename(`${work}/a`, `${work}/b`);
				await fs.rename(`${work}/link`, `${work}/moved`);
				return [await rejection(fs.rename(`${work}/folder`, `${work}/full`)),
				  await rejection(fs.rename(`${work}/missing`, `${work}/x`))];
				""")).extracting(JsonNode::asString)
			.containsExactly(
					"failed to rename old path: %s/folder to new path: %s/full with error: Directory not empty (os error 39)"
						.formatted(WORK, WORK),
					"failed to rename old path: %s/missing to new path: %s/x with error: No such file or directory (os error 2)"
						.formatted(WORK, WORK));
		assertThat(WORK.resolve("b")).hasContent("new");
		assertThat(WORK.resolve("moved")).isSymbolicLink();
	}

	// row 80
	@Test
	void fileIsCopiedWithItsPermissions() throws Exception {
		Files.setPosixFilePermissions(file("a", "new"), PosixFilePermissions.fromString("rwx-w--w-"));
		file("b", "old and longer");
		assertThat(fs("""
				await fs.copyFile(`${work}/a`, `${work}/b`);
				await fs.copyFile(`${work}/a`, `${work}/c`);
				await fs.copyFile(`${work}/a`, `${work}/a`);
				return rejection(fs.copyFile(`${work}/missing`, `${work}/b`));
				""").asString())
			.isEqualTo("failed to copy file from path: %s/missing, to path: %s/b with error: ".formatted(WORK, WORK)
					+ "No such file or directory (os error 2)");
		for (String name : new String[] { "a", "b", "c" }) {
			assertThat(WORK.resolve(name)).hasContent("new");
			assertThat(permissions(name)).isEqualTo("rwx-w--w-");
		}
	}

	// rows 81, 82, 84
	@Test
	void allIsKnownOfAFile() throws Exception {
		Path file = file("a", "content");
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_123L));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
		JsonNode outcome = fs("""
				const info = await fs.stat(`${work}/a`);
				const raw = await invoke('plugin:fs|stat', { path: `${work}/a` });
				return [info.mtime.getTime(), [info.atime, info.birthtime].every((time) => time > new Date(0)),
				  info.readonly, info.size, info.mode & 0o777, Object.keys(raw).length,
				  Object.values(raw).filter((value) => value === null).length, info.fileAttributes, info.blksize];
				""");
		assertThat(outcome.toString()).isEqualTo("[1600000000123,true,true,7,292,18,3,null,null]");
	}

	// rows 83, 85
	@Test
	void linkIsKnownItself() throws Exception {
		file("a", "content");
		Files.createSymbolicLink(WORK.resolve("link"), WORK.resolve("a"));
		Files.createSymbolicLink(WORK.resolve("dangling"), WORK.resolve("nowhere"));
		assertThat(fs("""
				const link = await fs.lstat(`${work}/link`);
				const target = await fs.stat(`${work}/link`);
				const dangling = await fs.lstat(`${work}/dangling`);
				return [link.isSymlink, link.isFile, target.isSymlink, target.isFile, dangling.isSymlink,
				  await fs.exists(`${work}/a`), await fs.exists(`${work}/missing`), await fs.exists(`${work}/dangling`),
				  await rejection(fs.stat(`${work}/dangling`))];
				""").toString()).isEqualTo("[true,false,false,true,true,true,false,false,\""
				+ error("get metadata of", "dangling", "No such file or directory (os error 2)") + "\"]");
	}

	// row 86
	@Test
	void sizeIsThatOfAllFiles() throws Exception {
		Files.createDirectories(WORK.resolve("tree/deeper"));
		file("tree/a", "12345");
		file("tree/deeper/b", "123");
		Files.createSymbolicLink(WORK.resolve("tree/deeper/loop"), WORK.resolve("tree"));
		assertThat(fs("""
				return [await fs.size(`${work}/tree`), await fs.size(`${work}/tree/a`),
				  await rejection(fs.size(`${work}/missing`))];
				""").toString())
			.isEqualTo("[8,5,\"" + error("get size at", "missing", "No such file or directory (os error 2)") + "\"]");
	}

	// row 87
	@Test
	void fileIsTruncated() throws Exception {
		file("a", "Hello World");
		file("b", "Hello World");
		file("c", "Hello World");
		assertThat(fs("""
				await fs.truncate(`${work}/a`);
				await fs.truncate(`${work}/b`, 7);
				await fs.truncate(`${work}/c`, 13);
				return rejection(fs.truncate(`${work}/missing`));
				""").asString()).isEqualTo(error("open file at", "missing", "No such file or directory (os error 2)"));
		assertThat(WORK.resolve("a")).isEmptyFile();
		assertThat(WORK.resolve("b")).hasContent("Hello W");
		assertThat(WORK.resolve("c")).hasContent("Hello World\0\0");
	}

	@Test
	void securityScopedResourcesNeedNothing() throws Exception {
		assertThat(fs("""
				return [await fs.startAccessingSecurityScopedResource(`${work}/a`) ?? null,
				  await fs.stopAccessingSecurityScopedResource(`${work}/a`) ?? null];
				""").toString()).isEqualTo("[null,null]");
	}

	@Test
	void exportsAreKnown() throws Exception {
		assertThat(fs("return Object.keys(fs).sort().join(' ');").asString()).isEqualTo(
				"BaseDirectory FileHandle SeekMode copyFile create exists lstat mkdir open readDir readFile readTextFile "
						+ "readTextFileLines remove rename size startAccessingSecurityScopedResource stat "
						+ "stopAccessingSecurityScopedResource truncate watch watchImmediate writeFile writeTextFile");
	}

}
