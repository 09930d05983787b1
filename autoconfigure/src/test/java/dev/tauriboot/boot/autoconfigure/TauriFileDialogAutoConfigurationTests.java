package dev.tauriboot.boot.autoconfigure;

import java.util.concurrent.TimeUnit;

import dev.tauriboot.javafx.FxFileDialogs;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Which dialogs for files an application gets.
 */
class TauriFileDialogAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TauriFileDialogAutoConfiguration.class));

	@Test
	void dialogsAreThoseOfJavaFx() {
		this.runner.withPropertyValues("tauri.runtime=javafx")
			.run((context) -> assertThat(context).getBean(FileDialogs.class).isInstanceOf(FxFileDialogs.class));
	}

	@Test
	void limitIsBound() {
		this.runner.withPropertyValues("tauri.runtime=javafx", "tauri.app.max-queued-dialogs=3").run((context) -> {
			assertThat(context.getBean(FileDialogs.class)).extracting("maxQueued").isEqualTo(3);
			assertThat(context.getBean(MessageDialogs.class)).extracting("maxQueued").isEqualTo(3);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "browser", "none" })
	void dialogsAreRefusedWhereNobodySeesThem(String runtime) {
		this.runner.withPropertyValues("tauri.runtime=" + runtime)
			.run((context) -> assertThat(context.getBean(FileDialogs.class).open(FileDialogOptions.DEFAULT))
				.failsWithin(1, TimeUnit.SECONDS)
				.withThrowableThat()
				.havingCause()
				.withMessage("dialogs are not available on this display"));
	}

	@Test
	void applicationBringsItsOwn() {
		FileDialogs own = mock(FileDialogs.class);
		this.runner.withPropertyValues("tauri.runtime=javafx")
			.withBean(FileDialogs.class, () -> own)
			.run((context) -> assertThat(context).getBean(FileDialogs.class).isSameAs(own));
	}

}
