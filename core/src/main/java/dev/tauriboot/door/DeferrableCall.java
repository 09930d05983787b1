package dev.tauriboot.door;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.log.LogMessage;

/**
 * A call whose caller does not want to hold a connection for long: if there is no answer
 * soon, the caller is told so and the answer goes through its document's queue.
 */
final class DeferrableCall {

	private static final Log logger = LogFactory.getLog(DeferrableCall.class);

	private static final long PATIENCE_MILLIS = 10;

	private final Page page;

	private final int callback;

	private final int error;

	private final long patienceMillis;

	private final AtomicBoolean settled = new AtomicBoolean();

	DeferrableCall(InvokeRequest request) {
		this(request, PATIENCE_MILLIS);
	}

	DeferrableCall(InvokeRequest request, long patienceMillis) {
		this.patienceMillis = patienceMillis;
		this.page = request.page();
		this.callback = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Callback"));
		this.error = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Error"));
	}

	/**
	 * Start the call when subscribed to. A command that blocks runs within the
	 * subscription, so what ends the caller's patience is in place before.
	 * @return its response, or nothing if the response goes through the queue
	 */
	Mono<Optional<InvokeResponse>> answer(Mono<InvokeResponse> call) {
		return Mono.create((sink) -> {
			sink.onDispose(
					Schedulers.parallel().schedule(() -> defer(sink), this.patienceMillis, TimeUnit.MILLISECONDS));
			Disposable.Swap cancellation = Disposables.swap();
			this.page.register(this.callback, cancellation);
			call.subscribe(new Answer(sink, cancellation));
		});
	}

	private void defer(MonoSink<Optional<InvokeResponse>> sink) {
		if (this.settled.compareAndSet(false, true)) {
			sink.success(Optional.empty());
		}
	}

	private final class Answer extends BaseSubscriber<InvokeResponse> {

		private final MonoSink<Optional<InvokeResponse>> sink;

		private final Disposable.Swap cancellation;

		Answer(MonoSink<Optional<InvokeResponse>> sink, Disposable.Swap cancellation) {
			this.sink = sink;
			this.cancellation = cancellation;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			this.cancellation.update(this);
			requestUnbounded();
		}

		@Override
		protected void hookOnNext(InvokeResponse response) {
			DeferrableCall call = DeferrableCall.this;
			call.page.unregister(call.callback, this.cancellation);
			if (call.settled.compareAndSet(false, true)) {
				this.sink.success(Optional.of(response));
			}
			else {
				call.page.outbound().respond(call.callback, call.error, response);
			}
		}

		@Override
		protected void hookOnError(Throwable failure) {
			DeferrableCall call = DeferrableCall.this;
			call.page.unregister(call.callback, this.cancellation);
			if (call.settled.compareAndSet(false, true)) {
				this.sink.error(failure);
			}
			else {
				call.page.outbound().respond(call.callback, call.error, IpcPipeline.FAILED);
				logger.error(LogMessage.format("A call of webview '%s' failed before its command or after it",
						call.page.webview().label()), failure);
			}
		}

	}

}
