package dev.tauriboot.channel;

import dev.tauriboot.Label;

/**
 * A page does not take the messages of a channel, so the channel was closed.
 *
 * @since 0.1.0
 */
public class ChannelOverflowException extends RuntimeException {

	private final long channel;

	ChannelOverflowException(long channel, Label webview) {
		super("Channel " + channel + " was closed: the page in webview '" + webview
				+ "' does not take what waits for it");
		this.channel = channel;
	}

	/**
	 * The id of the channel.
	 * @return the id, unique within its page
	 */
	public long getChannel() {
		return this.channel;
	}

}
