package dev.tauriboot.boot.autoconfigure.javafx;

import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.javafx.FxRuntime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FxRuntimeAutoConfiguration}, whose runtime is not started here.
 */
class FxRuntimeAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class, FxRuntimeAutoConfiguration.class))
		.withPropertyValues("tauri.app.exit-jvm=false", "tauri.runtime=javafx");

	@ParameterizedTest
	@CsvSource({ "tauri.app.max-windows, maxWindows, 256", "tauri.ipc.max-log-lines, maxLogLines, 200",
			"tauri.webview.max-undecided-popups, maxUndecidedPopups, 8",
			"tauri.webview.max-known-downloads, maxKnownDownloads, 64" })
	void limitIsConfigured(String key, String field, int byDefault) {
		this.runner
			.run((context) -> assertThat(context.getBean(FxRuntime.class)).extracting(field).isEqualTo(byDefault));
		this.runner.withPropertyValues(key + "=3")
			.run((context) -> assertThat(context.getBean(FxRuntime.class)).extracting(field).isEqualTo(3));
		this.runner.withPropertyValues(key + "=0")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("'max' must be above 0"));
	}

}
