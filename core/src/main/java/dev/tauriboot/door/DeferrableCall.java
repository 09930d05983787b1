package dev.tauriboot.door;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.log.LogMessage;

/**
 * A call that came by a request. If its caller does not want to hold a connection for
 * long and there is no answer soon, the caller is told so and the answer goes through the
 * document's queue. The call ends with its document, and is answered whatever fails.
 */
final class DeferrableCall {

	/** How long a caller waits that does not want to for long. */
	static final long SHORT_MILLIS = 10;

	/** The patience of a caller that waits for its answer. */
	static final long NO_LIMIT = Long.MAX_VALUE;

	private static final Log logger = LogFactory.getLog(DeferrableCall.class);

	private final Page page;

	private final int callback;

	private final int error;

	private final long patienceMillis;

	private final AtomicBoolean settled = new AtomicBoolean();

	DeferrableCall(InvokeRequest request, long patienceMillis) {
		this.patienceMillis = patienceMillis;
		this.page = request.page();
		this.callback = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Callback"));
		this.error = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Error"));
	}

	/**
	 * Start the call when subscribed to. A command that blocks runs within the
	 * subscription, so what ends the caller's patience is in place before.
	 * @return its response, or nothing if the response goes through the queue, or to
	 * nobody
	 */
	Mono<Optional<InvokeResponse>> answer(Mono<InvokeResponse> call) {
		return Mono.create((sink) -> {
			Answer answer = new Answer(sink);
			// Whoever hears that the answer comes later may cancel the call.
			this.page.register(this.callback, answer);
			if (this.patienceMillis == NO_LIMIT) {
				sink.onCancel(answer);
			}
			else {
				sink.onDispose(
						Schedulers.parallel().schedule(() -> defer(sink), this.patienceMillis, TimeUnit.MILLISECONDS));
			}
			try {
				call.subscribe(answer);
			}
			catch (Throwable ex) {
				// Errors of the virtual machine get past all that waits for a signal.
				answer.hookOnError(ex);
			}
		});
	}

	private void defer(MonoSink<Optional<InvokeResponse>> sink) {
		if (this.settled.compareAndSet(false, true)) {
			sink.success(Optional.empty());
		}
	}

	private final class Answer extends BaseSubscriber<InvokeResponse> {

		private final MonoSink<Optional<InvokeResponse>> sink;

		Answer(MonoSink<Optional<InvokeResponse>> sink) {
			this.sink = sink;
		}

		@Override
		protected void hookOnNext(InvokeResponse response) {
			DeferrableCall call = DeferrableCall.this;
			call.page.unregister(call.callback, this);
			if (call.settled.compareAndSet(false, true)) {
				this.sink.success(Optional.of(response));
			}
			else {
				call.page.outbound().respond(call.callback, call.error, response);
			}
		}

		@Override
		protected void hookOnError(Throwable failure) {
			hookOnNext(IpcPipeline.FAILED);
			logger.error(LogMessage.format("A call of webview '%s' failed before its command or after it",
					DeferrableCall.this.page.webview().label()), failure);
		}

		// Nobody wants the answer any more.
		@Override
		protected void hookOnCancel() {
			DeferrableCall.this.page.unregister(DeferrableCall.this.callback, this);
			defer(this.sink);
		}

	}

}
