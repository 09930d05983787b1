package dev.tauriboot.plugin.net;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Drops an origin that is empty, which keeps the library from making one up.
 */
@ChannelHandler.Sharable
final class WithoutOrigin extends ChannelDuplexHandler {

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof HttpRequest request && "".equals(request.headers().get(HttpHeaderNames.ORIGIN))) {
			request.headers().remove(HttpHeaderNames.ORIGIN);
		}
		super.write(context, message, promise);
	}

}
