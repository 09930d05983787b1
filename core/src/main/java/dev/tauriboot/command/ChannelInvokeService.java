package dev.tauriboot.command;

import dev.tauriboot.channel.Channels;
import dev.tauriboot.ipc.InvokeResponse;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Ends the channels of a call when the call has ended, before its answer goes out. Wraps
 * the service that resolves arguments directly, so that both see the same request.
 *
 * @since 0.1.0
 */
public final class ChannelInvokeService implements InvokeService {

	private final InvokeService delegate;

	private final Channels channels;

	/**
	 * Create the service.
	 * @param delegate answers calls
	 * @param channels the channels
	 */
	public ChannelInvokeService(InvokeService delegate, Channels channels) {
		Assert.notNull(delegate, "'delegate' must not be null");
		Assert.notNull(channels, "'channels' must not be null");
		this.delegate = delegate;
		this.channels = channels;
	}

	@Override
	public Mono<InvokeResponse> invoke(InvokeRequest request) {
		return this.delegate.invoke(request)
			.doOnTerminate(() -> this.channels.endOf(request))
			.doOnCancel(() -> this.channels.endOf(request));
	}

}
