package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tauriboot.scope.GrantedPaths;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.16 of the plugins' contract: the plugin {@code upload} with its package.
 */
class UploadPluginTests extends NetworkPluginTests {

	private static final int SIZE = 1 << 20;

	@Autowired
	private GrantedPaths granted;

	private final Path file = folder.resolve("file");

	@AfterEach
	void remove() throws Exception {
		for (Path left : files()) {
			Files.delete(left);
		}
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((path) -> !path.endsWith(".cookies")).toList();
		}
	}

	private JsonNode upload(String body, Object... arguments) throws Exception {
		return js(
				"""
						const { upload, download } = await import('@tauri-apps/plugin-upload');
						const base = 'http://localhost:%d', folder = '%s', file = folder + '/file';
						const messages = [];
						const progress = (message) => messages.push(message);
						const settled = async (total) => {
						  while (!messages.some((m) => m.progressTotal === total)) { await new Promise((r) => setTimeout(r, 5)); }
						  const last = messages[messages.length - 1];
						  return [messages.reduce((sum, m) => sum + m.progress, 0), last.progressTotal, last.total,
						    messages.every((m) => Object.keys(m).sort().join() === 'progress,progressTotal,total,transferSpeed')];
						};
						%s
						"""
					.formatted(server.port(), folder.toString().replace("\\", "\\\\"), body.formatted(arguments)));
	}

	// rows 264, 265
	@Test
	void fileIsSent() throws Exception {
		Files.write(this.file, new byte[SIZE]);
		assertThat(upload("""
				return [await upload(`${base}/size`, file, progress), await settled(%d)];
				""", SIZE).toString()).isEqualTo("[\"POST 1048576 [1048576] null\",[1048576,1048576,1048576,true]]");
	}

	// rows 18, 266
	@ParameterizedTest
	@CsvSource({ "Post, POST", "Put, PUT", "Patch, PATCH" })
	void methodAndHeadersAreUsed(String method, String used) throws Exception {
		Files.write(this.file, new byte[5]);
		assertThat(upload("""
				const { HttpMethod } = await import('@tauri-apps/plugin-upload');
				const headers = new Map([['X-Mine', 'a']]);
				return upload(`${base}/size`, file, undefined, headers, HttpMethod.%s);
				""", method).asString()).isEqualTo(used + " 5 [5] a");
	}

	@Test
	void methodMayBeMissing() throws Exception {
		Files.write(this.file, new byte[5]);
		assertThat(
				upload("""
						const send = (more) => invoke('plugin:upload|upload', { url: `${base}/size`, filePath: file, headers: {},
						  onProgress: new Channel(), ...more });
						return [await send({}), await rejection(send({ method: 'DELETE' }))];
						""")
					.toString())
			.isEqualTo("[\"POST 5 [5] null\",\"invalid args `method` for command `upload`: "
					+ "unknown variant `DELETE`, expected one of `POST`, `PUT`, `PATCH`\"]");
	}

	// row 267
	@Test
	void fileIsFetched() throws Exception {
		assertThat(upload("""
				const result = await download(`${base}/bytes/%d`, file, progress);
				return [result === undefined, await settled(%d)];
				""", SIZE, SIZE).toString()).isEqualTo("[true,[1048576,1048576,1048576,true]]");
		assertThat(this.file).hasSize(SIZE);
		upload("await download(`${base}/echo`, file, undefined, new Map([['X-Mine', 'b']]));");
		assertThat(this.file).content().contains("\"method\":\"GET\"", "\"x-mine\":[\"b\"]");
		upload("await download(`${base}/echo`, file, undefined, undefined, 'the body');");
		assertThat(this.file).content().contains("\"method\":\"POST\"", "\"body\":\"the body\"");
	}

	// row 268
	@Test
	void sizeMayBeUnknown() throws Exception {
		assertThat(upload("""
				await download(`${base}/chunks`, file, progress);
				return settled(42);
				""").toString()).isEqualTo("[42,42,0,true]");
		assertThat(this.file).content().isEqualTo("chunk 0;chunk 1;chunk 2;chunk 3;chunk 4;ü");
	}

	// row 269
	@Test
	void failureOfTheServerRejects() throws Exception {
		assertThat(upload("return rejection(download(`${base}/failed`, file));").asString())
			.isEqualTo("request failed with status code 500: no");
		assertThat(this.file).doesNotExist();
	}

	// row 270
	@ParameterizedTest
	@CsvSource({ "/etc/passwd, forbidden path: /etc/passwd", "${folder}/deeper/x, forbidden path: ",
			"${folder}/denied.txt, forbidden path: ", "${folder}/.hidden, forbidden path: ",
			"${folder}/../x, cannot traverse directory", "https://x, URL is not a valid path" })
	void fileOutOfScopeIsLeftAlone(String path, String text) throws Exception {
		JsonNode reasons = upload("""
				return [await rejection(upload(`${base}/size`, `%s`)), await rejection(download(`${base}/echo`, `%s`))];
				""", path, path);
		assertThat(reasons).hasSize(2).allSatisfy((reason) -> assertThat(reason.asString()).startsWith(text));
		assertThat(server.requests).hasValue(0);
	}

	@Test
	void urlOutOfScopeIsNotAsked() throws Exception {
		Files.write(this.file, new byte[5]);
		JsonNode reasons = upload("""
				const urls = [`http://127.0.0.1:%d/echo`, `${base}/secret/x`, `${base}/away`];
				const reasons = [await rejection(upload('ftp://x/', file)), await rejection(upload('nonsense', file))];
				for (const url of urls) { reasons.push(await rejection(download(url, file))); }
				return reasons;
				""", server.port());
		assertThat(reasons.get(0).asString()).isEqualTo("scheme ftp not supported");
		assertThat(reasons.get(1).asString()).isEqualTo("invalid URL: nonsense");
		for (int i = 2; i < 5; i++) {
			assertThat(reasons.get(i).asString()).startsWith("url not allowed on the configured scope: ");
		}
		assertThat(server.requests).hasValue(0);
		assertThat(this.file).hasSize(5);
	}

	@Test
	void whatTheUserChoseIsInScope(@TempDir Path other) throws Exception {
		Path chosen = other.toRealPath().resolve("chosen");
		assertThat(upload("return rejection(download(`${base}/bytes/3`, '%s'));", chosen).asString())
			.isEqualTo("forbidden path: " + chosen);
		this.granted.allowFile(chosen);
		upload("await download(`${base}/bytes/3`, '%s');", chosen);
		assertThat(chosen).hasSize(3);
	}

	@Test
	void downloadEndsWithItsDocument() throws Exception {
		upload("download(`${base}/stall/body`, file);");
		server.awaitAsked("/stall/body");
		reload(webview("main"));
		server.awaitGone("/stall/body");
		// What has come goes after the connection.
		Awaitility.await().untilAsserted(() -> assertThat(files()).isEmpty());
	}

}
