package dev.tauriboot.boot.autoconfigure.javafx;

import java.time.Duration;

import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.download.Downloads;
import dev.tauriboot.javafx.FxRepairKit;
import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.runtime.FileDialogs;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Which repairs an application gets.
 */
class FxRepairConfigurationTests {

	private static final String PREFIX = "tauri.webview.repair.";

	private final FileDialogs dialogs = mock(FileDialogs.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class, FxRepairConfiguration.class)
		.withBean(FileDialogs.class, () -> this.dialogs)
		.withBean(BaseDirectories.class, () -> (directory) -> null);

	@Test
	void allButReadingTheClipboardIsOn() {
		this.runner.run((context) -> {
			FxRepairKit kit = context.getBean(FxRepairKit.class);
			assertThat(kit.downloads()).isSameAs(context.getBean(Downloads.class));
			assertThat(kit.errorPages()).isTrue();
			assertThat(kit.fileInputs()).isSameAs(this.dialogs);
			assertThat(kit.clipboard()).isEqualTo(ClipboardAccess.WRITE);
			assertThat(kit.slowScripts()).isNotNull().extracting("limit").isEqualTo(Duration.ofSeconds(10));
			assertThat(kit.console()).isTrue();
			assertThat(kit.windowOpen()).isTrue();
			assertThat(kit.zoomKeys()).isTrue();
		});
	}

	@Test
	void eachCanBeOff() {
		this.runner
			.withPropertyValues(PREFIX + "downloads=false", PREFIX + "error-pages=false", PREFIX + "file-inputs=false",
					PREFIX + "clipboard=false", PREFIX + "slow-script-after=0", PREFIX + "console=false",
					PREFIX + "window-open=false", PREFIX + "zoom-keys=false")
			.run((context) -> {
				assertThat(context.getBean(FxRepairKit.class)).isEqualTo(FxRepairKit.NONE);
				assertThat(context).doesNotHaveBean(Downloads.class);
			});
	}

	@Test
	void downloadsAreBounded() {
		this.runner.withPropertyValues("tauri.webview.max-downloads=3")
			.run((context) -> assertThat(context.getBean(Downloads.class).maxOpen()).isEqualTo(3));
	}

	@Test
	void readingIsTheApplicationsToAllow() {
		this.runner.withPropertyValues(PREFIX + "clipboard-read=true")
			.run((context) -> assertThat(context.getBean(FxRepairKit.class).clipboard())
				.isEqualTo(ClipboardAccess.READ));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(TauriProperties.class)
	static class Properties {

	}

}
