package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.door.Pages;
import dev.tauriboot.door.PipelineWarmUp;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.Outbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriLifecycleAutoConfiguration}.
 */
class TauriLifecycleAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriLifecycleAutoConfiguration.class))
		.withBean(Pages.class)
		.withPropertyValues("tauri.runtime=javafx");

	@Test
	void callsAreTriedOutOnceTheFirstPageIsThere() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(PipelineWarmUp.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tauri.ipc.warm-up=false", "tauri.runtime=browser" })
	void noCallsAreTriedOut(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(PipelineWarmUp.class));
	}

	@Test
	void whatWaitsForPagesIsBoundAsConfigured() {
		this.runner.withUserConfiguration(TauriAutoConfiguration.class, TauriEventAutoConfiguration.class)
			.withPropertyValues("tauri.runtime=none", "tauri.ipc.max-queued-chars=1000", "tauri.ipc.max-held-size=2MB",
					"tauri.app.exit-jvm=false")
			.run((context) -> {
				Outbound.Limits limits = context.getBean(MemoryRuntime.class).limits();
				assertThat(limits.maxChars()).isEqualTo(1000);
				assertThat(limits.maxHeldBytes()).isEqualTo(2 * 1024 * 1024);
			});
	}

}
