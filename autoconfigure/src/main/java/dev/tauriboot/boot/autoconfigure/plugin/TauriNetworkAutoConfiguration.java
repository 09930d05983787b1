package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.net.NetworkClient;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the client that the plugins
 * {@code http}, {@code upload} and {@code websocket} share. It starts nothing before the
 * first request.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({ InvokeService.class, NetworkClient.class, HttpClient.class })
@EnableConfigurationProperties(TauriHttpProperties.class)
public final class TauriNetworkAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NetworkClient tauriNetworkClient(TauriHttpProperties properties) {
		return new NetworkClient(null, properties.maxConnections(), properties.maxQueuedRequests());
	}

}
