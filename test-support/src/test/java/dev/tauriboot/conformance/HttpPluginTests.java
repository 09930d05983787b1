package dev.tauriboot.conformance;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.3 of the plugins' contract: the plugin {@code http} with its package.
 */
class HttpPluginTests extends NetworkPluginTests {

	// row 124
	@Test
	void bodyComesInChunks() throws Exception {
		assertThat(http("""
				const response = await get(`${base}/parts`);
				const reader = response.clone().body.getReader();
				const first = new TextDecoder().decode((await reader.read()).value);
				await get(`${base}/next`);
				while (!(await reader.read()).done) { }
				return [response.ok, first, await response.text()];
				""").toString()).isEqualTo("[true,\"first;\",\"first;rest: ü\"]");
		awaitNoResources();
	}

	// row 125
	@Test
	void chunksEndWithAMark() throws Exception {
		JsonNode answers = http(
				"""
						const head = await invoke('plugin:http|fetch_send', { rid: await raw({ url: `${base}/bytes/3` }) });
						const first = await invoke('plugin:http|fetch_read_body', { rid: head.rid });
						const last = await invoke('plugin:http|fetch_read_body', { rid: head.rid });
						const gone = await rejection(invoke('plugin:http|fetch_read_body', { rid: head.rid }));
						return [first instanceof ArrayBuffer, Array.from(new Uint8Array(first)), Array.from(new Uint8Array(last)),
						  gone === `The resource id ${head.rid} is invalid.`, head.status, head.statusText,
						  head.url === `${base}/bytes/3`];
						""");
		assertThat(answers.toString()).isEqualTo("[true,[0,0,0,0],[1],true,200,\"OK\",true]");
	}

	// row 126
	@Test
	void bodyMayBeEmpty() throws Exception {
		assertThat(http("const r = await get(`${base}/empty`); return [r.status, await r.text()];").toString())
			.isEqualTo("[200,\"\"]");
		awaitNoResources();
	}

	// row 127
	@ParameterizedTest
	@ValueSource(ints = { 204, 304, 205 })
	void someResponsesHaveNoBody(int status) throws Exception {
		assertThat(http("const r = await get(`${base}/status/%d`); return [r.status, r.body];", status).toString())
			.isEqualTo("[" + status + ",null]");
		awaitNoResources();
	}

	// row 128
	@Test
	void errorOfAServerIsAResponse() throws Exception {
		assertThat(http("""
				const r = await get(`${base}/missing`);
				return [r.ok, r.status, r.statusText, await r.text()];
				""").toString()).isEqualTo("[false,404,\"Not Found\",\"not here\"]");
	}

	// row 129
	@Test
	void formDataKeepsItsBoundary() throws Exception {
		JsonNode echo = http("""
				const form = new FormData();
				form.append('name', 'wörld');
				form.append('file', new Blob(['abc']), 'a.txt');
				return (await get(`${base}/echo`, { method: 'POST', body: form })).json();
				""");
		String type = echo.at("/headers/content-type/0").asString();
		assertThat(type).startsWith("multipart/form-data; boundary=");
		String boundary = type.substring(type.indexOf('=') + 1);
		assertThat(echo.get("body").asString()).startsWith("--" + boundary)
			.contains("wörld", "filename=\"a.txt\"")
			.endsWith("--" + boundary + "--\r\n");
	}

	// row 130
	@ParameterizedTest
	@CsvSource({ "POST, 0", "PUT, 0", "GET,", "DELETE," })
	void lengthOfNothingIsSent(String method, String length) throws Exception {
		JsonNode echo = http("return (await get(`${base}/echo`, { method: '%s' })).json();", method);
		assertThat(echo.at("/headers/content-length/0").asString(null)).isEqualTo(length);
		assertThat(echo.get("method").asString()).isEqualTo(method);
	}

	// row 131
	@Test
	void forbiddenHeadersAreNotSent() throws Exception {
		JsonNode headers = http(
				"""
						const names = ['Accept-Charset', 'Accept-Encoding', 'Connection', 'Content-Length', 'Cookie', 'Date', 'DNT',
						  'Expect', 'Host', 'Origin', 'Referer', 'TE', 'Trailer', 'Transfer-Encoding', 'Upgrade', 'Via',
						  'Proxy-X', 'Sec-X', 'X-Mine'];
						const rid = await raw({ url: `${base}/echo`, headers: names.map((name) => [name, 'odd']) });
						const head = await invoke('plugin:http|fetch_send', { rid });
						const body = await invoke('plugin:http|fetch_read_body', { rid: head.rid });
						return JSON.parse(new TextDecoder().decode(new Uint8Array(body).slice(0, -1))).headers;
						""");
		assertThat(headers.propertyNames()).containsExactlyInAnyOrder("x-mine", "user-agent", "accept", "origin",
				"host");
		assertThat(headers.toString()).doesNotContain("\"host\":[\"odd\"]");
	}

	// row 132
	@Test
	void rangesAreOfWhatIsNotCompressed() throws Exception {
		assertThat(http("return (await get(`${base}/echo`, { headers: { Range: 'bytes=0-1' } })).json();")
			.at("/headers/accept-encoding/0")
			.asString()).isEqualTo("identity");
	}

	// row 133
	@Test
	void requestsAreSigned() throws Exception {
		JsonNode echo = http("""
				const own = await (await get(`${base}/echo`)).json();
				const other = await (await get(`${base}/echo`, { headers: { 'User-Agent': 'mine' } })).json();
				return [own.headers['user-agent'], own.headers.origin, location.origin, other.headers['user-agent']];
				""");
		assertThat(echo.get(0).toString()).isEqualTo("[\"Tauri-Boot\"]");
		assertThat(echo.at("/1/0").asString()).isEqualTo(echo.get(2).asString());
		assertThat(echo.get(3).toString()).isEqualTo("[\"mine\"]");
	}

	// row 134
	@Test
	void cookiesAreShownAndSentBack() throws Exception {
		assertThat(http("""
				const head = await invoke('plugin:http|fetch_send', { rid: await raw({ url: `${base}/cookies` }) });
				await invoke('plugin:http|fetch_cancel_body', { rid: head.rid });
				const echo = await (await get(`${base}/echo`)).json();
				return [head.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
				  echo.headers.cookie];
				""").toString())
			.isEqualTo("[[\"first=1; Path=/\",\"second=2; Path=/; Max-Age=1000\"],[\"first=1; second=2\"]]");
		Awaitility.await()
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(Files.readString(folder.resolve(".cookies"))).contains("second")
				.doesNotContain("first"));
	}

	// row 136
	@Test
	void tenRedirectionsAreFollowed() throws Exception {
		assertThat(http("""
				const url = (await get(`${base}/redirect/10`)).url === `${base}/echo`;
				return [url, await rejection(get(`${base}/redirect/11`))];
				""").toString()).startsWith("[true,\"error following redirect for url (")
			.endsWith("too many redirects\"]");
	}

	// rows 137, 138
	@Test
	void redirectionsAreCounted() throws Exception {
		assertThat(http("""
				const none = await get(`${base}/redirect/1`, { maxRedirections: 0 });
				const two = await get(`${base}/redirect/2`, { maxRedirections: 2 });
				return [none.status, none.url === `${base}/redirect/1`, two.status, two.url === `${base}/echo`,
				  (await rejection(get(`${base}/redirect/3`, { maxRedirections: 2 }))).includes('too many redirects'),
				  await rejection(get(base, { maxRedirections: -1 }))];
				""").toString()).isEqualTo("[302,true,200,true,true,\"invalid args `clientConfig` for command `fetch`: "
				+ "invalid value: integer `-1`, expected usize\"]");
	}

	// row 139, 140
	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/", "http://localhost:1/", "https://localhost:%d/",
			"http://127.0.0.1:%d/", "http://localhost:%d/secret/x" })
	void urlOutOfScopeIsNotAsked(String url) throws Exception {
		String outside = url.formatted(server.port());
		assertThat(http("return rejection(get('%s'));", outside).asString())
			.isEqualTo("url not allowed on the configured scope: " + outside);
		assertThat(server.requests).hasValue(0);
	}

	// row 141
	@Test
	void redirectionOutOfScopeIsNotFollowed() throws Exception {
		assertThat(http("return rejection(get(`${base}/away`));").asString())
			.isEqualTo("url not allowed on the configured scope: http://127.0.0.1:" + server.port() + "/echo");
		assertThat(server.requests).hasValue(0);
	}

	// row 142
	@Test
	void dataUrlsAnswerThemselves() throws Exception {
		assertThat(
				http("""
						const answers = [];
						for (const url of ['data:text/plain,hi', 'data:;base64,aGk=', 'data:,h%%69#x', 'data:image/png;base64,']) {
						  const response = await get(url);
						  answers.push([response.status, await response.text(), response.headers.get('content-type')].join(' '));
						}
						return [...answers, await rejection(get('data:text/plain')), await rejection(get('data:;base64,a'))];
						""")
					.toString())
			.isEqualTo("[\"200 hi text/plain\",\"200 hi text/plain;charset=US-ASCII\","
					+ "\"200 hi text/plain;charset=US-ASCII\",\"200  image/png\",\"failed to process data url\","
					+ "\"failed to decode data url into bytes\"]");
		awaitNoResources();
	}

	// row 143
	@Test
	void otherSchemesAreRefused() throws Exception {
		assertThat(
				http("return [await rejection(get('ftp://x/')), await rejection(raw({ url: 'file:///etc/passwd' }))];")
					.toString())
			.isEqualTo("[\"scheme ftp not supported\",\"scheme file not supported\"]");
	}

	// row 144
	@Test
	void abortBeforeNothingIsAsked() throws Exception {
		assertThat(http("""
				const abort = new AbortController();
				abort.abort();
				const early = await rejection(get(`${base}/stall/head`, { signal: abort.signal }));
				const rid = await raw({ url: `${base}/stall/head` });
				const cancelled = await invoke('plugin:http|fetch_cancel', { rid });
				const sent = await rejection(invoke('plugin:http|fetch_send', { rid }));
				return [String(early), cancelled, sent === `The resource id ${rid} is invalid.`];
				""").toString()).isEqualTo("[\"Error: Request cancelled\",null,true]");
		assertThat(server.requests).hasValue(0);
		awaitNoResources();
	}

	// row 144
	@Test
	void abortBeforeTheHeadClosesTheConnection() throws Exception {
		http("""
				globalThis.abort = new AbortController();
				globalThis.outcome = rejection(get(`${base}/stall/head`, { signal: abort.signal }));
				""");
		server.awaitAsked("/stall/head");
		assertThat(js("abort.abort(); return outcome;").asString()).isEqualTo("Request canceled");
		server.awaitGone("/stall/head");
		awaitNoResources();
	}

	// row 144
	@Test
	void abortInTheBodyClosesTheConnection() throws Exception {
		assertThat(http("""
				const abort = new AbortController();
				const response = await get(`${base}/stall/body`, { signal: abort.signal });
				const reader = response.body.getReader();
				let first = 0;
				while (first < 1000) { first += (await reader.read()).value.length; }
				const outcome = rejection(reader.read());
				abort.abort();
				return [first, await outcome];
				""").toString()).isEqualTo("[1000,\"Request cancelled\"]");
		server.awaitGone("/stall/body");
		awaitNoResources();
	}

	// row 145
	@Test
	void whatIsGoneCanBeCancelled() throws Exception {
		assertThat(http("""
				const head = await invoke('plugin:http|fetch_send', { rid: await raw({ url: `${base}/empty` }) });
				const wrong = await invoke('plugin:http|fetch_cancel', { rid: head.rid });
				const end = Array.from(new Uint8Array(await invoke('plugin:http|fetch_read_body', { rid: head.rid })));
				return [wrong, end, await invoke('plugin:http|fetch_cancel', { rid: 7 }),
				  await invoke('plugin:http|fetch_cancel_body', { rid: 7 }),
				  await invoke('plugin:http|fetch_cancel_body', { rid: head.rid })];
				""").toString()).isEqualTo("[null,[1],null,null,null]");
	}

	// row 146
	@Test
	void connectingTakesNoLongerThanItMay() throws Exception {
		JsonNode outcome = http("""
				const start = performance.now();
				const reason = await rejection(get('http://127.0.0.1:%d/', { connectTimeout: 200 }));
				return [reason, performance.now() - start];
				""", full.getLocalPort());
		assertThat(outcome.get(0).asString()).startsWith("error sending request for url (http://127.0.0.1:")
			.contains("timed out");
		assertThat(outcome.get(1).asDouble()).isLessThan(20_000);
	}

	// row 147
	@Test
	void proxiesAreAsked() throws Exception {
		List<String> asked = new CopyOnWriteArrayList<>();
		HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		proxy.createContext("/", (exchange) -> {
			asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
			byte[] answer = "proxied".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		proxy.start();
		try {
			JsonNode outcome = http("""
					const url = 'http://localhost:%d';
					const basicAuth = { username: 'me', password: 'secret' };
					const text = async (from, proxy) => (await get(from, { proxy })).text();
					const target = 'http://nowhere.invalid:81/x?y';
					return [await text(target, { all: url }), await text(target, { http: { url, basicAuth } }),
					  (await rejection(text(target, { https: url }))).includes('lookup'),
					  await text(`${base}/bytes/0`, { all: { url, noProxy: 'example.com, localhost' } }),
					  await rejection(text(target, { all: 'gopher://x' })),
					  await rejection(text(target, { all: { noProxy: 'x' } }))];
					""", proxy.getAddress().getPort());
			assertThat(outcome.toString())
				.isEqualTo("[\"proxied\",\"proxied\",true,\"\",\"proxy scheme gopher not supported\","
						+ "\"invalid args `clientConfig` for command `fetch`: "
						+ "data did not match any variant of untagged enum UrlOrConfig\"]");
			assertThat(asked).containsExactly("http://nowhere.invalid:81/x?y null",
					"http://nowhere.invalid:81/x?y Basic bWU6c2VjcmV0");
		}
		finally {
			proxy.stop(0);
		}
	}

	// row 148
	@Test
	void dangerIsRefused() throws Exception {
		assertThat(http("return rejection(get(`${base}/echo`, { danger: { acceptInvalidCerts: true } }));").asString())
			.isEqualTo("dangerous settings used but are not enabled");
		assertThat(server.requests).hasValue(0);
	}

	// row 149
	@Test
	void responsesAreCloned() throws Exception {
		assertThat(http("""
				const response = await get(`${base}/missing`);
				const other = response.clone();
				return [await response.text(), await other.text(), other.status, other.url === response.url,
				  other.headers.get('content-length') === response.headers.get('content-length')];
				""").toString()).isEqualTo("[\"not here\",\"not here\",404,true,true]");
		awaitNoResources();
	}

	// row 150
	@Test
	void stalledBodyIsCancelled() throws Exception {
		assertThat(http("""
				const reader = (await get(`${base}/stall/body`)).body.getReader();
				await reader.read();
				const waiting = reader.read();
				await reader.cancel();
				return (await waiting).done;
				""").asBoolean()).isTrue();
		server.awaitGone("/stall/body");
		awaitNoResources();
	}

	// row 151
	@Test
	void serverWaitsForThePage() throws Exception {
		long size = 100L << 20;
		JsonNode outcome = http("""
				const reader = (await get(`${base}/bytes/%d`)).body.getReader();
				let count = (await reader.read()).value.length;
				await sleep(500);
				const held = count;
				for (let next; !(next = await reader.read()).done;) { count += next.value.length; }
				return [held, count];
				""", size);
		assertThat(outcome.get(1).asLong()).isEqualTo(size);
		awaitNoResources();
	}

	@Test
	void serverOfAPageThatReadsNothingWaits() throws Exception {
		http("globalThis.held = await get(`${base}/bytes/%d`);", 100L << 20);
		long[] before = { -1 };
		Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
			long sent = server.sent.get();
			boolean still = sent == before[0];
			before[0] = sent;
			return still;
		});
		assertThat(server.sent.get()).isLessThan(40L << 20);
	}

	@Test
	void requestsEndWithTheirDocument() throws Exception {
		http("globalThis.held = await get(`${base}/stall/body`); get(`${base}/stall/head`);");
		server.awaitAsked("/stall/body");
		server.awaitAsked("/stall/head");
		reload(webview("main"));
		server.awaitGone("/stall/body");
		server.awaitGone("/stall/head");
	}

	@Test
	void brokenBodyIsAnError() throws Exception {
		assertThat(http("""
				const reader = (await get(`${base}/reset`)).body.getReader();
				await reader.read();
				await get(`${base}/next`);
				return rejection(reader.read());
				""").asString()).startsWith("error reading the response body: ");
		awaitNoResources();
	}

	@Test
	void bytesAreSent() throws Exception {
		assertThat(http("""
				const body = new Uint8Array(100000).fill(65);
				const echo = await (await get(`${base}/echo`, { method: 'PATCH', body })).json();
				return [echo.method, echo.body.length, echo.headers['content-length']];
				""").toString()).isEqualTo("[\"PATCH\",100000,[\"100000\"]]");
	}

	// row 9
	@Test
	void otherResourcesAreNoBodies() throws Exception {
		assertThat(
				http("""
						const rid = await invoke('plugin:image|new', { rgba: [1, 2, 3, 4], width: 1, height: 1 });
						return [await rejection(invoke('plugin:http|fetch_read_body', { rid })) === `The resource id ${rid} is invalid.`,
						  await rejection(invoke('plugin:http|fetch_send', { rid })) === `The resource id ${rid} is invalid.`,
						  await rejection(invoke('plugin:http|fetch', {}))];
						""")
					.toString())
			.isEqualTo("[true,true,\"invalid args `clientConfig` for command `fetch`: "
					+ "command fetch missing required key clientConfig\"]");
	}

}
