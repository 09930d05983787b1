package dev.tauriboot.plugin.net;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Turns requests to a proxy into its form, with the whole URL in the first line. Proxies
 * as a rule open tunnels for TLS only, and pass on whatever else themselves.
 */
@ChannelHandler.Sharable
final class AbsoluteForm extends ChannelDuplexHandler {

	/** Brings the URL down to here, and is not sent. */
	static final String TARGET = "tauri-proxied-url";

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof HttpRequest request) {
			String target = request.headers().get(TARGET);
			if (target != null) {
				request.setUri(target);
				request.headers().remove(TARGET);
			}
		}
		super.write(context, message, promise);
	}

}
