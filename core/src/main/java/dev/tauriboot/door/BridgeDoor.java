package dev.tauriboot.door;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.tauriboot.command.CallLimit;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import org.springframework.core.log.LogMessage;
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

	private static final InvokeResponse NO_WORKER = new InvokeResponse.Error('"' + IpcPipeline.NO_WORKER + '"');

	private final IpcPipeline pipeline;

	private final CommandExecutor executor;

	private final JsonMapper mapper;

	private final BridgeExchanges exchanges;

	private final CallLimit waiting;

	/**
	 * Create the door.
	 * @param pipeline where calls go
	 * @param executor the workers
	 * @param mapper reads JSON bodies
	 */
	public BridgeDoor(IpcPipeline pipeline, CommandExecutor executor, JsonMapper mapper) {
		this(pipeline, executor, mapper, Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	/**
	 * Create the door.
	 * @param pipeline where calls go
	 * @param executor the workers
	 * @param mapper reads JSON bodies
	 * @param maxBodySize the most bytes a body may have, or characters if it is JSON
	 * @param maxWaiting calls of one document that may wait for a worker
	 */
	public BridgeDoor(IpcPipeline pipeline, CommandExecutor executor, JsonMapper mapper, int maxBodySize,
			int maxWaiting) {
		Assert.notNull(pipeline, "'pipeline' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pipeline = pipeline;
		this.executor = executor;
		this.mapper = mapper;
		this.exchanges = new BridgeExchanges(mapper, maxBodySize);
		this.waiting = new CallLimit(maxWaiting);
	}

	/**
	 * Take a call. Returns at once.
	 * @param page the calling document
	 * @param call the call as the page encoded it
	 */
	public void accept(Page page, BridgeCall call) {
		page.register(call.callback(), call.cancellation());
		AtomicInteger waiting = this.waiting.enter(page);
		if (waiting == null) {
			respond(page, call, new InvokeResponse.Error(this.mapper.writeValueAsString(this.waiting.text())));
			return;
		}
		// Nothing may be thrown at the page: it would be an object of Java.
		try {
			this.executor.execute(() -> {
				waiting.decrementAndGet();
				run(page, call);
			});
		}
		catch (Throwable ex) {
			waiting.decrementAndGet();
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
		AtomicInteger waiting = this.waiting.enter(page);
		if (waiting == null) {
			// Only the message knows whom to tell.
			runText(page, text, problem);
			return;
		}
		try {
			this.executor.execute(() -> {
				waiting.decrementAndGet();
				runText(page, text, problem);
			});
		}
		catch (Throwable ex) {
			waiting.decrementAndGet();
			logger.warn(
					LogMessage.format("No worker has taken a message of webview '%s': %s", page.webview().label(), ex));
			// Only the message knows whom to tell.
			runText(page, text, problem);
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

	private void run(Page page, BridgeCall call) {
		if (call.cancellation().isDisposed()) {
			call.markDone();
			return;
		}
		try {
			start(page, call);
		}
		catch (Throwable ex) {
			fail(page, call, ex);
		}
	}

	private void start(Page page, BridgeCall call) {
		ServerWebExchange exchange;
		try {
			exchange = this.exchanges.create(page, call);
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
				call.cancellation().update(this);
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
		page.unregister(call.callback(), call.cancellation());
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

}
