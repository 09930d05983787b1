package dev.tauriboot.plugin.upload;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.plugin.net.HttpCall;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.HttpPayload;
import dev.tauriboot.plugin.net.HttpReply;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.plugin.net.PartFile;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Sends files to servers and fetches files from them, for Java code as for pages. A file
 * is never in memory as a whole, and one that is fetched appears when it is complete, or
 * not at all. A bean.
 *
 * @since 0.1.0
 */
public class Transfers implements AutoCloseable {

	private static final int DEFAULT_MAX_RESPONSE = 64 << 20;

	private static final String MAX_RESPONSE_KEY = "tauri.plugins.upload.max-response";

	private static final int MAX_ERROR = 1 << 16;

	private final Scheduler files = Schedulers.newBoundedElastic(16, 10_000, "tauri-transfer", 60, true);

	private final NetworkClient client;

	private final int maxResponse;

	private final Parts parts;

	/**
	 * Create the bean.
	 * @param client makes the requests
	 */
	public Transfers(NetworkClient client) {
		this(client, DEFAULT_MAX_RESPONSE);
	}

	/**
	 * Create the bean.
	 * @param client makes the requests
	 * @param maxResponse how many bytes the response to an upload may have
	 */
	public Transfers(NetworkClient client, int maxResponse) {
		this(client, maxResponse, PartFile::of);
	}

	Transfers(NetworkClient client, int maxResponse, Parts parts) {
		Assert.notNull(client, "'client' must not be null");
		Assert.isTrue(maxResponse > 0, "'maxResponse' must be above 0");
		this.client = client;
		this.maxResponse = maxResponse;
		this.parts = parts;
	}

	/**
	 * Send a file as the body of a request.
	 * @param transfer what to send, and where to
	 * @param method the method, such as {@code POST}
	 * @param progress is told how far it is, on a thread that must not be blocked for
	 * long
	 * @return the text that the server answers; fails with an {@link InvokeException},
	 * also if its status is not 2xx
	 */
	public Mono<String> upload(Transfer transfer, String method, Consumer<? super TransferProgress> progress) {
		Assert.notNull(transfer, "'transfer' must not be null");
		Assert.notNull(progress, "'progress' must not be null");
		return Mono.fromCallable(() -> {
			HttpPayload content = FileContent.open(transfer.file(), this.files, progress);
			HttpCall.Builder call = call(method, transfer).payload(content);
			return ((content.length() == 0) ? call.header("content-length", "0") : call).build();
		})
			.subscribeOn(this.files)
			.flatMap(this.client::send)
			.flatMap((reply) -> reply.isSuccessful() ? text(reply, this.maxResponse, MAX_RESPONSE_KEY) : failure(reply))
			.onErrorMap(Transfers::translated);
	}

	/**
	 * Fetch a file. One of that name is replaced.
	 * @param transfer what to fetch, and where to write it
	 * @param body what to send by {@code POST}, or {@code null} to ask by {@code GET}
	 * @param progress is told how far it is, on a thread that must not be blocked for
	 * long
	 * @return completes once the file is there; fails with an {@link InvokeException},
	 * also if the status is not 2xx
	 */
	public Mono<Void> download(Transfer transfer, @Nullable String body, Consumer<? super TransferProgress> progress) {
		Assert.notNull(transfer, "'transfer' must not be null");
		Assert.notNull(progress, "'progress' must not be null");
		return Mono.fromCallable(() -> {
			HttpCall.Builder call = call((body != null) ? "POST" : "GET", transfer);
			if (body != null && body.isEmpty()) {
				call.header("content-length", "0");
			}
			return call.payload((body != null) ? HttpPayload.of(body.getBytes(StandardCharsets.UTF_8)) : null).build();
		})
			.flatMap(this.client::send)
			.flatMap((reply) -> reply.isSuccessful() ? store(reply, transfer.file(), progress)
					: failure(reply).then(Mono.<Void>empty()))
			.onErrorMap(Transfers::translated);
	}

	private static HttpCall.Builder call(String method, Transfer transfer) {
		HttpCall.Builder call = HttpCall.of(method, transfer.url()).redirectCheck(transfer.redirectCheck());
		for (HttpHeader header : transfer.headers()) {
			// How much is sent is known better here.
			if (!header.name().equalsIgnoreCase("content-length")
					&& !header.name().equalsIgnoreCase("transfer-encoding")) {
				call.header(header.name(), header.value());
			}
		}
		return call;
	}

	private Mono<Void> store(HttpReply reply, Path file, Consumer<? super TransferProgress> progress) {
		ProgressMeter meter = new ProgressMeter(length(reply), progress);
		return Mono.using(() -> this.parts.open(file),
				(part) -> reply.body()
					.chunks()
					.publishOn(this.files, 1)
					.doOnNext((chunk) -> write(part, chunk, meter))
					.then(Mono.<Void>fromCallable(() -> {
						part.commit();
						meter.finish();
						return null;
					})),
				Transfers::close)
			.subscribeOn(this.files)
			// Before anybody hears of the end, so that the connection is free then.
			.doOnTerminate(reply.body()::close)
			.doOnCancel(reply.body()::close);
	}

	private static void write(PartFile part, byte[] chunk, ProgressMeter meter) {
		try {
			part.write(chunk, 0, chunk.length);
		}
		catch (IOException ex) {
			throw Exceptions.propagate(ex);
		}
		meter.add(chunk.length);
	}

	private static void close(PartFile part) {
		try {
			part.close();
		}
		catch (IOException ex) {
			throw Exceptions.propagate(ex);
		}
	}

	private static long length(HttpReply reply) {
		String length = reply.header("content-length");
		try {
			return (length != null) ? Long.parseLong(length) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private static Mono<String> text(HttpReply reply, int limit, @Nullable String key) {
		return reply.body().readAll(limit, key).map((bytes) -> new String(bytes, charset(reply)));
	}

	private static Charset charset(HttpReply reply) {
		String type = reply.header("content-type");
		try {
			Charset charset = (type != null) ? MediaType.parseMediaType(type).getCharset() : null;
			return (charset != null) ? charset : StandardCharsets.UTF_8;
		}
		catch (InvalidMediaTypeException ex) {
			return StandardCharsets.UTF_8;
		}
	}

	private static Mono<String> failure(HttpReply reply) {
		String text = "request failed with status code " + reply.status() + ": ";
		return text(reply, MAX_ERROR, null).onErrorReturn("")
			.flatMap((body) -> Mono.error(new InvokeException(text + body)));
	}

	private static Throwable translated(Throwable error) {
		Throwable cause = Exceptions.unwrap(error);
		return (cause instanceof IOException ex) ? new InvokeException(IoErrors.text(ex), ex) : cause;
	}

	/**
	 * End the threads that read and write.
	 */
	@Override
	public void close() {
		this.files.dispose();
	}

	/**
	 * Makes files that are not there yet.
	 */
	interface Parts {

		PartFile open(Path file) throws IOException;

	}

}
