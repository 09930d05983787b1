package dev.tauriboot.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A call whose caller does not want to hold a connection for long: if there is no answer
 * soon, the caller is told so and the answer goes through its document's queue.
 */
final class DeferrableCall {

	private static final Duration PATIENCE = Duration.ofMillis(10);

	private final Page page;

	private final int callback;

	private final int error;

	private final AtomicBoolean settled = new AtomicBoolean();

	private final Sinks.One<Optional<InvokeResponse>> sink = Sinks.one();

	DeferrableCall(InvokeRequest request) {
		this.page = request.page();
		this.callback = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Callback"));
		this.error = Integer.parseUnsignedInt(request.headers().getFirst("Tauri-Error"));
	}

	/**
	 * Start the call.
	 * @return its response, or nothing if the response goes through the queue
	 */
	Mono<Optional<InvokeResponse>> answer(ServerHttpRequest request, Mono<InvokeResponse> call) {
		Disposable.Swap cancellation = Disposables.swap();
		this.page.register(this.callback, cancellation);
		cancellation.update(call.subscribe(this::done, this.sink::tryEmitError));
		if (request instanceof DeferrableRequest deferrable) {
			deferrable.whenImpatient(this::defer);
			return this.sink.asMono();
		}
		return this.sink.asMono().timeout(PATIENCE, Mono.defer(() -> {
			defer();
			return this.sink.asMono();
		}));
	}

	private void done(InvokeResponse response) {
		this.page.unregister(this.callback);
		if (this.settled.compareAndSet(false, true)) {
			this.sink.tryEmitValue(Optional.of(response));
		}
		else {
			this.page.outbound().respond(this.callback, this.error, response);
		}
	}

	private void defer() {
		if (this.settled.compareAndSet(false, true)) {
			this.sink.tryEmitValue(Optional.empty());
		}
	}

}
