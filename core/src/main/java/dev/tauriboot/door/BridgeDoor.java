package dev.tauriboot.door;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;

/**
 * The door of a document that can call Java directly. The call is taken on the toolkit's
 * thread and leaves it at once; decoding, filters and command run on a worker. The answer
 * goes into the document's queue.
 *
 * @since 0.1.0
 */
public final class BridgeDoor {

	private static final Log logger = LogFactory.getLog(BridgeDoor.class);

	private static final int MAX_CACHED_URIS = 4096;

	private static final InvokeResponse NO_WORKER = new InvokeResponse.Error('"' + IpcPipeline.NO_WORKER + '"');

	private final IpcPipeline pipeline;

	private final CommandExecutor executor;

	private final JsonMapper mapper;

	private final int maxBodySize;

	private final Map<String, URI> uris = new ConcurrentHashMap<>();

	/**
	 * Create the door.
	 * @param pipeline where calls go
	 * @param executor the workers
	 * @param mapper reads JSON bodies
	 */
	public BridgeDoor(IpcPipeline pipeline, CommandExecutor executor, JsonMapper mapper) {
		this(pipeline, executor, mapper, Integer.MAX_VALUE);
	}

	/**
	 * Create the door.
	 * @param pipeline where calls go
	 * @param executor the workers
	 * @param mapper reads JSON bodies
	 * @param maxBodySize the most bytes a body may have, or characters if it is JSON
	 */
	public BridgeDoor(IpcPipeline pipeline, CommandExecutor executor, JsonMapper mapper, int maxBodySize) {
		Assert.notNull(pipeline, "'pipeline' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pipeline = pipeline;
		this.executor = executor;
		this.mapper = mapper;
		this.maxBodySize = maxBodySize;
	}

	/**
	 * Take a call. Returns at once.
	 * @param page the calling document
	 * @param call the call as the page encoded it
	 */
	public void accept(Page page, BridgeCall call) {
		Disposable.Swap cancellation = Disposables.swap();
		page.register(call.callback(), cancellation);
		// Nothing may be thrown at the page: it would be an object of Java.
		try {
			this.executor.execute(() -> run(page, call, cancellation));
		}
		catch (Throwable ex) {
			logger
				.warn(LogMessage.format("No worker has taken a call of webview '%s': %s", page.webview().label(), ex));
			respond(page, call, NO_WORKER);
		}
	}

	/**
	 * Take a call as the fallback transport writes it: an envelope of JSON. Bytes in the
	 * answer become an array of numbers.
	 * @param page the calling document
	 * @param text the message
	 * @param problem told what is wrong with a message that names no call to answer
	 */
	public void acceptText(Page page, String text, Consumer<String> problem) {
		try {
			this.executor.execute(() -> runText(page, text, problem));
		}
		catch (Throwable ex) {
			logger.warn(
					LogMessage.format("No worker has taken a message of webview '%s': %s", page.webview().label(), ex));
			problem.accept(IpcPipeline.NO_WORKER);
		}
	}

	private void runText(Page page, String text, Consumer<String> problem) {
		try {
			JsonNode message = this.mapper.readTree(text);
			ArrayNode pairs = this.mapper.createArrayNode();
			message.path("options")
				.path("headers")
				.properties()
				.forEach((header) -> pairs.addArray().add(header.getKey()).add(header.getValue().asString()));
			JsonNode payload = message.get("payload");
			BridgeCall call = new BridgeCall(message.required("cmd").stringValue(),
					(int) message.required("callback").longValue(), (int) message.required("error").longValue(), false,
					(payload != null) ? payload.toString() : "null", pairs.toString());
			call.numbersForBytes();
			accept(page, call);
		}
		catch (JacksonException ex) {
			problem.accept("invalid IPC message: " + ex.getOriginalMessage());
		}
	}

	private void run(Page page, BridgeCall call, Disposable.Swap cancellation) {
		if (cancellation.isDisposed()) {
			call.markDone();
			return;
		}
		try {
			start(page, call, cancellation);
		}
		catch (Throwable ex) {
			fail(page, call, ex);
		}
	}

	private void start(Page page, BridgeCall call, Disposable.Swap cancellation) {
		ServerWebExchange exchange;
		try {
			exchange = exchange(page, call);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			respond(page, call, new InvokeResponse.Error(this.mapper.writeValueAsString(
					(ex instanceof JacksonException json) ? json.getOriginalMessage() : ex.getMessage())));
			return;
		}
		this.pipeline.handle(exchange).subscribe(new BaseSubscriber<InvokeResponse>() {

			// A command that blocks runs within this very call, so it must be cancellable
			// before it is asked for.
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				cancellation.update(this);
				requestUnbounded();
			}

			@Override
			protected void hookOnNext(InvokeResponse response) {
				respond(page, call, response);
			}

			@Override
			protected void hookOnError(Throwable error) {
				fail(page, call, error);
			}

		});
	}

	private void fail(Page page, BridgeCall call, Throwable error) {
		if (!call.isDone()) {
			respond(page, call, IpcPipeline.FAILED);
		}
		logger.error(LogMessage.format("A call of webview '%s' failed before its command or after it",
				page.webview().label()), error);
	}

	private void respond(Page page, BridgeCall call, InvokeResponse response) {
		page.unregister(call.callback());
		page.outbound()
			.respond(call.callback(), call.error(), call.isNumbersForBytes() ? withNumbers(response) : response);
		call.markDone();
	}

	private InvokeResponse withNumbers(InvokeResponse response) {
		if (!(response instanceof InvokeResponse.Raw raw)) {
			return response;
		}
		ArrayNode numbers = this.mapper.createArrayNode();
		for (byte b : raw.bytes()) {
			numbers.add(b & 0xff);
		}
		return new InvokeResponse.Json(numbers.toString());
	}

	private ServerWebExchange exchange(Page page, BridgeCall call) {
		InvokeBody body = body(call);
		HttpHeaders headers = new HttpHeaders();
		String custom = call.headers();
		if (custom != null) {
			for (JsonNode pair : this.mapper.readTree(custom)) {
				headers.add(pair.get(0).asString(), pair.get(1).asString());
			}
		}
		headers.set("Content-Type", (body instanceof InvokeBody.Raw) ? "application/octet-stream" : "application/json");
		headers.set("Tauri-Callback", Integer.toUnsignedString(call.callback()));
		headers.set("Tauri-Error", Integer.toUnsignedString(call.error()));
		headers.set("Origin", page.origin().toString());
		ServerWebExchange exchange = MemoryExchange.create(HttpMethod.POST, uri(call.command()), headers);
		IpcExchange.setRequest(exchange, new InvokeRequest(call.command(), body, headers, page));
		return exchange;
	}

	private InvokeBody body(BridgeCall call) {
		Supplier<byte[]> bytes = call.bytes();
		if (bytes != null) {
			return new InvokeBody.Raw(checked(bytes.get()));
		}
		if (call.raw()) {
			return new InvokeBody.Raw(checked(Base64.getDecoder().decode(call.body())));
		}
		checkSize(call.body().length());
		return new InvokeBody.Json(call.body(), this.mapper);
	}

	private byte[] checked(byte[] bytes) {
		checkSize(bytes.length);
		return bytes;
	}

	private void checkSize(int size) {
		if (size > this.maxBodySize) {
			throw new IllegalArgumentException("the body is larger than the limit of " + this.maxBodySize + " bytes");
		}
	}

	private URI uri(String command) {
		URI uri = this.uris.get(command);
		if (uri == null) {
			uri = IpcExchange.uri(command);
			if (this.uris.size() < MAX_CACHED_URIS) {
				this.uris.put(command, uri);
			}
		}
		return uri;
	}

	/**
	 * A call as the page's script hands it over.
	 */
	public static final class BridgeCall {

		private final String command;

		private final int callback;

		private final int error;

		private final boolean raw;

		private final String body;

		private final @Nullable String headers;

		private final @Nullable Supplier<byte[]> bytes;

		private boolean numbersForBytes;

		private volatile boolean done;

		/**
		 * Create a call.
		 * @param command the command's full name
		 * @param callback the id to run with a success
		 * @param error the id to run with an error
		 * @param raw whether the body is Base64 of bytes rather than JSON text
		 * @param body the body
		 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
		 */
		public BridgeCall(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
			this.command = command;
			this.callback = callback;
			this.error = error;
			this.raw = raw;
			this.body = body;
			this.headers = headers;
			this.bytes = null;
		}

		/**
		 * Create a call whose body is made on a worker.
		 * @param command the command's full name
		 * @param callback the id to run with a success
		 * @param error the id to run with an error
		 * @param bytes makes the body, asked once
		 */
		public BridgeCall(String command, int callback, int error, Supplier<byte[]> bytes) {
			this.command = command;
			this.callback = callback;
			this.error = error;
			this.raw = true;
			this.body = "";
			this.headers = null;
			this.bytes = bytes;
		}

		String command() {
			return this.command;
		}

		int callback() {
			return this.callback;
		}

		int error() {
			return this.error;
		}

		boolean raw() {
			return this.raw;
		}

		String body() {
			return this.body;
		}

		@Nullable String headers() {
			return this.headers;
		}

		@Nullable Supplier<byte[]> bytes() {
			return this.bytes;
		}

		void numbersForBytes() {
			this.numbersForBytes = true;
		}

		boolean isNumbersForBytes() {
			return this.numbersForBytes;
		}

		void markDone() {
			this.done = true;
		}

		/**
		 * Whether the answer is in the document's queue.
		 * @return {@code true} once it is
		 */
		public boolean isDone() {
			return this.done;
		}

	}

}
