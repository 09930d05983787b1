package dev.tauriboot.plugin.websocket;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import dev.tauriboot.acl.RemoteUrlPattern;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.url.WebUrl;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code websocket}: section 3.15 of the plugins' contract. A
 * connection is its document's, and goes with it.
 *
 * @since 0.1.0
 */
public class WebSocketCommands {

	private static final Log logger = LogFactory.getLog(WebSocketCommands.class);

	private static final long END = 1L << 32;

	private final Map<Key, SocketConnection> connections = new ConcurrentHashMap<>();

	private final WebSockets sockets;

	private final List<RemoteUrlPattern> allowed;

	/**
	 * Create the commands.
	 * @param sockets opens connections
	 * @param allowed patterns of the URLs that pages may connect to, none for any
	 * @throws IllegalArgumentException if a pattern is malformed
	 */
	public WebSocketCommands(WebSockets sockets, List<String> allowed) {
		Assert.notNull(sockets, "'sockets' must not be null");
		Assert.notNull(allowed, "'allowed' must not be null");
		this.sockets = sockets;
		this.allowed = allowed.stream().map(RemoteUrlPattern::of).toList();
	}

	@TauriCommand("plugin:websocket|connect")
	Mono<Long> connect(String url, Channel<Object> onMessage, @Nullable ConnectionConfig config, Page page) {
		SocketOptions options = (config != null) ? config.options() : SocketOptions.DEFAULT;
		if (!isAllowed(url)) {
			throw new InvokeException("url not allowed on the configured scope: " + url);
		}
		return this.sockets.connect(url, options).map((connection) -> register(connection, onMessage, page));
	}

	private boolean isAllowed(String url) {
		WebUrl parsed = this.allowed.isEmpty() ? null : WebUrl.parse(url);
		return this.allowed.isEmpty()
				|| (parsed != null && this.allowed.stream().anyMatch((pattern) -> pattern.matches(parsed)));
	}

	private long register(SocketConnection connection, Channel<Object> onMessage, Page page) {
		Key key;
		do {
			key = new Key(page, ThreadLocalRandom.current().nextLong(1, END));
		}
		while (this.connections.putIfAbsent(key, connection) != null);
		Key known = key;
		Channel<Object> channel = onMessage.keepOpen();
		Flux<Object> messages = connection.messages().map((message) -> {
			if (message instanceof SocketMessage.Close) {
				this.connections.remove(known);
			}
			return (Object) MessageJson.of(message);
		}).onErrorResume((ex) -> {
			this.connections.remove(known);
			return Mono.just(String.valueOf(ex.getMessage()));
		});
		Runnable leave = connection::close;
		page.onClose(leave);
		channel.sendAll(messages).doFinally((signal) -> {
			this.connections.remove(known);
			page.removeOnClose(leave);
			channel.close();
		}).subscribe(null, (ex) -> logger.warn("A message of a web socket did not reach its page", ex));
		return key.id;
	}

	@TauriCommand("plugin:websocket|send")
	Mono<Void> send(long id, JsonNode message, Page page) {
		SocketConnection connection = this.connections.get(new Key(page, id));
		if (connection == null) {
			throw new InvokeException("connection not found for the given id: " + id);
		}
		return connection.send(MessageJson.read(message));
	}

	/**
	 * A connection of a document.
	 */
	private record Key(Page page, long id) {
	}

}
