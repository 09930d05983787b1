package dev.tauriboot.plugin.net;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.Connection;

/**
 * Drops the responses that announce another, such as early hints, which would be taken
 * for the answer.
 */
final class Informational extends ChannelInboundHandlerAdapter {

	private static final String NAME = "tauriInformational";

	private boolean dropping;

	static void install(Connection connection) {
		ChannelHandler known = connection.channel().pipeline().get(NAME);
		if (known == null) {
			connection.addHandlerLast(NAME, new Informational());
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpResponse response) {
			this.dropping = response.status().codeClass() == HttpStatusClass.INFORMATIONAL
					&& response.status().code() != 101 && response.decoderResult().isSuccess();
		}
		if (!this.dropping) {
			super.channelRead(context, message);
			return;
		}
		this.dropping = !(message instanceof LastHttpContent);
		ReferenceCountUtil.release(message);
		context.read();
	}

}
