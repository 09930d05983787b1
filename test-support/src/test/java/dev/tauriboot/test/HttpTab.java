package dev.tauriboot.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser's tab as far as the wire shows it: opens a link, keeps cookie and secret,
 * loads pages, connects their documents, and does as their streams say. It runs no
 * script.
 */
final class HttpTab implements AutoCloseable {

	private static final Pattern OPENING = Pattern
		.compile("__TAURI_TAB__', \"([^\"]+)\"\\);\\s*location\\.replace\\(\"([^\"]+)\"");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI link;

	private final Thread thread = new Thread(this::run, "tab");

	private String cookie = "";

	private HttpTab(String link) {
		this.link = URI.create(link);
		this.thread.setDaemon(true);
	}

	static HttpTab open(String link) {
		HttpTab tab = new HttpTab(link);
		tab.thread.start();
		return tab;
	}

	private void run() {
		try {
			HttpResponse<String> answer = send(HttpRequest.newBuilder(this.link), BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				// The window has closed before its tab could open.
				return;
			}
			Matcher opening = OPENING.matcher(answer.body());
			assertThat(opening.find()).as(answer.body()).isTrue();
			this.cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
			String secret = opening.group(1);
			String page = opening.group(2);
			while (page != null) {
				page = show(page, secret);
			}
		}
		catch (IOException ex) {
			// The server has gone.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Show a page until its stream ends.
	 * @return the page to show next, or {@code null} for none
	 */
	private @Nullable String show(String page, String secret) throws IOException, InterruptedException {
		assertThat(send(request(page), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		HttpResponse<String> connected = send(request("/__tauri__/connect").header("Tauri-Tab", secret)
			.header("Origin", this.link.resolve("/").toString().replaceAll("/$", ""))
			.POST(BodyPublishers.noBody()), BodyHandlers.ofString());
		if (connected.statusCode() != 200) {
			return null;
		}
		String key = MAPPER.readTree(connected.body()).get("key").asString();
		HttpResponse<InputStream> stream = send(request("/__tauri__/stream").header("Tauri-Invoke-Key", key),
				BodyHandlers.ofInputStream());
		String next = null;
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("{")) {
					JsonNode wish = MAPPER.readTree(line);
					next = wish.has("reload") ? page : wish.path("navigate").asString(null);
				}
			}
		}
		return (next == null || next.startsWith("/")) ? next : "/" + next;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.link.resolve(path)).header("Cookie", this.cookie);
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler)
			throws IOException, InterruptedException {
		return this.client.send(request.build(), handler);
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
