package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.upload.TransferScopes;
import dev.tauriboot.plugin.upload.Transfers;
import dev.tauriboot.plugin.upload.UploadCommands;
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
 * Tests for {@link TauriUploadAutoConfiguration}.
 */
class TauriUploadAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriNetworkAutoConfiguration.class, TauriUploadAutoConfiguration.class))
		.withPropertyValues("tauri.app.exit-jvm=false", "tauri.runtime=none");

	@Test
	void responsesAreBounded() {
		this.runner.withPropertyValues("tauri.plugins.upload.max-response=3KB")
			.run((context) -> assertThat(context.getBean(Transfers.class)).extracting("maxResponse").isEqualTo(3072));
	}

	@Test
	void commandsAreThere() {
		this.runner.run((context) -> {
			CommandRegistry registry = context.getBean(CommandRegistry.class);
			assertThat(registry.find("plugin:upload|upload")).isNotNull();
			assertThat(registry.find("plugin:upload|download")).isNotNull();
			assertThat(context.getBean(TauriUploadProperties.class))
				.isEqualTo(new TauriUploadProperties(true, true, DataSize.ofMegabytes(64)));
		});
	}

	@Test
	void scopesCanBeLeftToThePage() {
		this.runner.withPropertyValues("tauri.plugins.upload.enforce-scopes=false")
			.run((context) -> assertThat(context.getBean(TauriUploadProperties.class).enforceScopes()).isFalse());
	}

	@Test
	void pluginCanBeSwitchedOff() {
		this.runner.withPropertyValues("tauri.plugins.upload.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Transfers.class)
				.doesNotHaveBean(UploadCommands.class));
	}

	@Test
	void nothingIsThereWithoutTheClient() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UploadCommands.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { Transfers.class, TransferScopes.class, UploadCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
