package dev.tauriboot.plugin.http;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpReply;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A request that a page has prepared: it is sent once, and may be cancelled before and
 * meanwhile. Safe for any thread.
 */
final class FetchRequest implements AutoCloseable {

	private static final String CANCELED = "Request canceled";

	private final Mono<HttpReply> exchange;

	private final Sinks.Empty<HttpReply> cancelled = Sinks.empty();

	private boolean sent;

	FetchRequest(Mono<HttpReply> exchange) {
		this.exchange = exchange;
	}

	/**
	 * Send it.
	 * @return the response, or {@code null} if it is being sent already
	 */
	synchronized @Nullable Mono<HttpReply> send() {
		if (this.sent) {
			return null;
		}
		this.sent = true;
		return Mono.firstWithSignal(this.cancelled.asMono(), this.exchange)
			.doOnDiscard(HttpReply.class, (reply) -> reply.body().close());
	}

	@Override
	public void close() {
		this.cancelled.tryEmitError(new InvokeException(CANCELED));
	}

}
