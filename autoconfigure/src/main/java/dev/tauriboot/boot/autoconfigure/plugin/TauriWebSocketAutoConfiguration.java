package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.plugin.websocket.WebSocketCommands;
import dev.tauriboot.plugin.websocket.WebSockets;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code websocket}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriNetworkAutoConfiguration.class)
@ConditionalOnClass({ InvokeService.class, WebSocketCommands.class, HttpClient.class })
@ConditionalOnTauriPlugin("websocket")
@EnableConfigurationProperties(TauriWebSocketProperties.class)
public final class TauriWebSocketAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WebSockets tauriWebSockets(NetworkClient client, TauriWebSocketProperties properties) {
		return new WebSockets(client, properties.maxOutput().toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	WebSocketCommands tauriWebSocketCommands(WebSockets sockets, TauriWebSocketProperties properties) {
		return new WebSocketCommands(sockets, properties.allowedUrls());
	}

}
