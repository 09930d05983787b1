package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.http.Fetcher;
import dev.tauriboot.plugin.http.HttpCommands;
import dev.tauriboot.plugin.net.CookieJar;
import dev.tauriboot.plugin.net.NetworkClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriHttpAutoConfiguration}.
 */
class TauriHttpAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriNetworkAutoConfiguration.class,
				TauriHttpAutoConfiguration.class))
		.withPropertyValues("tauri.app.exit-jvm=false", "tauri.runtime=none");

	@ParameterizedTest
	@ValueSource(strings = { "fetch", "fetch_send", "fetch_read_body", "fetch_cancel", "fetch_cancel_body" })
	void commandsAreThere(String command) {
		this.runner.run((context) -> assertThat(context.getBean(CommandRegistry.class).find("plugin:http|" + command))
			.isNotNull());
	}

	@Test
	void pluginCanBeSwitchedOff() {
		this.runner.withPropertyValues("tauri.plugins.http.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(NetworkClient.class)
				.doesNotHaveBean(HttpCommands.class)
				.doesNotHaveBean(Fetcher.class)
				.doesNotHaveBean(CookieJar.class));
	}

	@Test
	void nothingIsThereWithoutTheClient() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(NetworkClient.class)
				.doesNotHaveBean(HttpCommands.class));
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("tauri.plugins.http.scope-redirects=false", "tauri.plugins.http.unsafe-headers=true",
					"tauri.plugins.http.dangerous-settings=true", "tauri.plugins.http.cookies=false",
					"tauri.plugins.http.user-agent=Notes/1", "tauri.plugins.http.max-connections=2",
					"tauri.plugins.http.max-queued-requests=3", "tauri.plugins.http.max-cookies=4")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(CookieJar.class);
				assertThat(context.getBean(TauriHttpProperties.class))
					.isEqualTo(new TauriHttpProperties(true, false, true, true, false, "Notes/1", 2, 3, 4));
				assertThat(context.getBean(NetworkClient.class)).extracting("maxConnections", "maxQueued")
					.containsExactly(2, 3);
			});
		this.runner.run((context) -> assertThat(context.getBean(TauriHttpProperties.class))
			.isEqualTo(new TauriHttpProperties(true, true, false, false, true, "Tauri-Boot", 64, 16384, 3000)));
	}

	@Test
	void cookiesAreBounded() {
		this.runner.withPropertyValues("tauri.plugins.http.max-cookies=4")
			.run((context) -> assertThat(context.getBean(CookieJar.class)).extracting("maxCookies").isEqualTo(4));
	}

	@Test
	void ownBeansTakeThePlace() {
		NetworkClient client = new NetworkClient();
		CookieJar cookies = new CookieJar(null);
		this.runner.withBean(NetworkClient.class, () -> client)
			.withBean(CookieJar.class, () -> cookies)
			.run((context) -> {
				assertThat(context).getBean(NetworkClient.class).isSameAs(client);
				assertThat(context).getBean(CookieJar.class).isSameAs(cookies);
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { NetworkClient.class, CookieJar.class, Fetcher.class, HttpCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
