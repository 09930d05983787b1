package dev.tauriboot.channel;

import dev.tauriboot.window.Page;

import org.springframework.util.Assert;

/**
 * The call that brings a channel.
 *
 * @param call the call itself, compared by identity
 * @param page the page that calls
 * @since 0.1.0
 */
public record ChannelOwner(Object call, Page page) {

	public ChannelOwner {
		Assert.notNull(call, "'call' must not be null");
		Assert.notNull(page, "'page' must not be null");
	}

}
