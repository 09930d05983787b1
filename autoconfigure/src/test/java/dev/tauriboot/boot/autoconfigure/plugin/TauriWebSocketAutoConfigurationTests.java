package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.websocket.WebSocketCommands;
import dev.tauriboot.plugin.websocket.WebSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriWebSocketAutoConfiguration}.
 */
class TauriWebSocketAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriNetworkAutoConfiguration.class,
				TauriWebSocketAutoConfiguration.class))
		.withPropertyValues("tauri.app.exit-jvm=false", "tauri.runtime=none");

	@Test
	void commandsAreThere() {
		this.runner.run((context) -> {
			CommandRegistry registry = context.getBean(CommandRegistry.class);
			assertThat(registry.find("plugin:websocket|connect")).isNotNull();
			assertThat(registry.find("plugin:websocket|send")).isNotNull();
			assertThat(context.getBean(TauriWebSocketProperties.class))
				.isEqualTo(new TauriWebSocketProperties(true, List.of(), DataSize.ofMegabytes(64)));
		});
	}

	@Test
	void noMoreWaitsForAServerThanConfigured() {
		this.runner.withPropertyValues("tauri.plugins.websocket.max-output=1KB")
			.run((context) -> assertThat(context.getBean(WebSockets.class).maxOutput()).isEqualTo(1024));
	}

	@Test
	void pluginCanBeSwitchedOff() {
		this.runner.withPropertyValues("tauri.plugins.websocket.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WebSockets.class)
				.doesNotHaveBean(WebSocketCommands.class));
	}

	@Test
	void nothingIsThereWithoutTheClient() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebSocketCommands.class));
	}

	@Test
	void patternThatIsNoneFails() {
		this.runner.withPropertyValues("tauri.plugins.websocket.allowed-urls=wss://*.example.com,wss://(")
			.run((context) -> assertThat(context).hasFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = { WebSockets.class, WebSocketCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
