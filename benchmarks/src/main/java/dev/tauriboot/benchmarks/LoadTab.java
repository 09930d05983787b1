package dev.tauriboot.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A tab of a browser as far as the wire shows it: opens a one-time link, loads the page,
 * connects its document, sends calls as requests and listens to the document's socket.
 * Counts answers that come twice or that nobody waits for.
 */
final class LoadTab implements WebSocket.Listener, AutoCloseable {

	private static final Pattern OPENING = Pattern
		.compile("__TAURI_TAB__', \"([^\"]+)\"\\);\\s*location\\.replace\\(\"([^\"]+)\"");

	/** A header that the benchmark's commands read. */
	static final String CHECKSUM = "Tauri-Load-Checksum";

	private static final String JSON = "application/json";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final HttpClient client;

	private final URI link;

	private final Consumer<JsonNode> events;

	private final AtomicInteger lastId = new AtomicInteger();

	private final Map<Integer, CompletableFuture<Object>> calls = new ConcurrentHashMap<>();

	private final Map<Integer, Consumer<JsonNode>> channels = new ConcurrentHashMap<>();

	private final AtomicInteger doubled = new AtomicInteger();

	private final AtomicInteger stray = new AtomicInteger();

	private String cookie = "";

	private String key = "";

	private @Nullable WebSocket stream;

	private boolean greeted;

	private final StringBuilder line = new StringBuilder();

	/**
	 * Create a tab.
	 * @param client sends its requests
	 * @param link the one-time link
	 * @param events gets the payload of each event
	 */
	LoadTab(HttpClient client, String link, Consumer<JsonNode> events) {
		this.client = client;
		this.link = URI.create(link);
		this.events = events;
	}

	/**
	 * Open the link, load the page and connect.
	 * @param cookie what another tab of the same browser has, empty for none
	 * @return the cookie of the session
	 */
	String open(String cookie) throws IOException, InterruptedException {
		this.cookie = cookie;
		HttpResponse<String> opened = send(request(this.link.getPath()), BodyHandlers.ofString());
		this.cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		Matcher opening = OPENING.matcher(opened.body());
		Assert.state(opening.find(), "no page to open");
		send(request(opening.group(2)), BodyHandlers.discarding());
		HttpResponse<String> connected = send(post("/__tauri__/connect").header("Tauri-Tab", opening.group(1)),
				BodyHandlers.ofString());
		this.key = MAPPER.readTree(connected.body()).get("key").asString();
		this.stream = this.client.newWebSocketBuilder()
			.header("Cookie", this.cookie)
			.header("Origin", origin())
			.buildAsync(URI.create("ws" + origin().substring("http".length()) + "/__tauri__/stream"), this)
			.join();
		return this.cookie;
	}

	/**
	 * Send a call with JSON and wait for its answer.
	 * @return the answer
	 * @throws ExecutionException if the call is rejected
	 */
	Object call(String command, Object payload) throws IOException, InterruptedException, ExecutionException {
		return call(command, JSON, MAPPER.writeValueAsBytes(payload), 0);
	}

	/**
	 * Send a call with bytes and wait for its answer.
	 * @param checksum a header for the command
	 * @return the answer
	 * @throws ExecutionException if the call is rejected
	 */
	Object call(String command, byte[] bytes, long checksum)
			throws IOException, InterruptedException, ExecutionException {
		return call(command, "application/octet-stream", bytes, checksum);
	}

	private Object call(String command, String type, byte[] body, long checksum)
			throws IOException, InterruptedException, ExecutionException {
		int id = this.lastId.addAndGet(2);
		CompletableFuture<Object> answer = new CompletableFuture<>();
		this.calls.put(id, answer);
		HttpResponse<byte[]> response = this.client
			.send(ipc(command, type, id).header(CHECKSUM, Long.toString(checksum))
				.header("Prefer", "respond-async")
				.POST(BodyPublishers.ofByteArray(body))
				.build(), BodyHandlers.ofByteArray());
		if (response.statusCode() != 202) {
			boolean ok = response.headers().firstValue("Tauri-Response").orElse("").equals("ok");
			settle(ok ? id : id + 1, value(response));
		}
		return answer.get();
	}

	private HttpRequest.Builder ipc(String command, String type, int id) {
		return post("/__tauri__/ipc/" + UriUtils.encode(command, StandardCharsets.UTF_8)).header("Content-Type", type)
			.header("Tauri-Callback", Integer.toString(id))
			.header("Tauri-Error", Integer.toString(id + 1))
			.header("Tauri-Invoke-Key", this.key);
	}

	private static Object value(HttpResponse<byte[]> response) {
		boolean json = response.headers().firstValue("Content-Type").orElse("").equals(JSON);
		return (response.statusCode() == 200 && json) ? MAPPER.readTree(response.body()) : response.body();
	}

	private void settle(int id, Object value) {
		CompletableFuture<Object> answer = this.calls.remove(id & ~1);
		if (answer == null) {
			((id <= this.lastId.get() + 1) ? this.doubled : this.stray).incrementAndGet();
		}
		else if ((id & 1) == 0) {
			answer.complete(value);
		}
		else {
			answer.completeExceptionally(new IllegalStateException("rejected: " + value));
		}
	}

	/**
	 * Make a channel.
	 * @param frames gets each frame that is for it: kind, id, index and so on
	 * @return its id
	 */
	int channel(Consumer<JsonNode> frames) {
		int id = this.lastId.addAndGet(2);
		this.channels.put(id, frames);
		return id;
	}

	/**
	 * How many answers and messages came though there was one already.
	 */
	int doubled() {
		return this.doubled.get();
	}

	/**
	 * How many answers and messages came that nobody waits for.
	 */
	int stray() {
		return this.stray.get();
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket stream, CharSequence part, boolean last) {
		this.line.append(part);
		if (last) {
			String line = this.line.toString();
			this.line.setLength(0);
			if (!this.greeted) {
				this.greeted = true;
				stream.sendText(this.key, true);
			}
			else if (line.startsWith("[")) {
				MAPPER.readTree(line).forEach(this::take);
			}
		}
		stream.request(1);
		return null;
	}

	@Override
	public void onError(WebSocket stream, Throwable reason) {
		this.calls.values().forEach((answer) -> answer.completeExceptionally(reason));
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket stream, int status, String reason) {
		onError(stream, new IOException("the stream has ended"));
		return null;
	}

	private void take(JsonNode frame) {
		int id = frame.get(1).isNumber() ? frame.get(1).intValue() : 0;
		switch (frame.get(0).intValue()) {
			case 0 -> settle(id, frame.get(2));
			case 1 -> settle(id, Base64.getDecoder().decode(frame.get(2).stringValue()));
			case 2 -> fetch(id, frame.get(2).intValue());
			case 3, 4 -> this.channels.getOrDefault(id, (stray) -> this.stray.incrementAndGet()).accept(frame);
			case 5 -> this.events.accept(frame.get(3));
			default -> {
				// What listens is known here already.
			}
		}
	}

	private void fetch(int id, int data) {
		HttpRequest request = ipc("plugin:__TAURI_CHANNEL__|fetch", JSON, 0)
			.header("Tauri-Channel-Id", Integer.toString(data))
			.POST(BodyPublishers.ofString("null"))
			.build();
		this.client.sendAsync(request, BodyHandlers.ofByteArray())
			.thenAccept((response) -> settle(id, value(response)));
	}

	private HttpRequest.Builder post(String path) {
		return request(path).header("Origin", origin()).POST(BodyPublishers.noBody());
	}

	private String origin() {
		return this.link.getScheme() + "://" + this.link.getAuthority();
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.link.resolve(path));
		return this.cookie.isEmpty() ? request : request.header("Cookie", this.cookie);
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler)
			throws IOException, InterruptedException {
		HttpResponse<T> response = this.client.send(request.build(), handler);
		Assert.state(response.statusCode() == 200, () -> "status " + response.statusCode());
		return response;
	}

	/**
	 * Leave the page.
	 */
	@Override
	public void close() {
		WebSocket stream = this.stream;
		if (stream != null) {
			stream.abort();
		}
	}

}
