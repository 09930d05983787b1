package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.plugin.webview.WebviewBoundsCommands;
import dev.tauriboot.plugin.webview.WebviewCreationCommands;
import dev.tauriboot.plugin.webview.WebviewLookup;
import dev.tauriboot.plugin.webview.WebviewStateCommands;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriWebviewAutoConfiguration}.
 */
class TauriWebviewAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TauriWebviewAutoConfiguration.class));

	private final ApplicationContextRunner withRuntime = this.runner.withBean("tauriDesktopRuntime",
			MemoryRuntime.class, () -> new MemoryRuntime(() -> {
			}));

	@Test
	void commandsAreThere() {
		this.withRuntime.run((context) -> assertThat(context).hasSingleBean(WebviewCreationCommands.class)
			.hasSingleBean(WebviewBoundsCommands.class)
			.hasSingleBean(WebviewStateCommands.class));
	}

	@Test
	void ownCommandsReplaceThem() {
		WebviewStateCommands own = new WebviewStateCommands(new WebviewLookup(new MemoryRuntime(() -> {
		})));
		this.withRuntime.withBean("own", WebviewStateCommands.class, () -> own)
			.run((context) -> assertThat(context).getBean(WebviewStateCommands.class).isSameAs(own));
	}

	@Test
	void withoutARuntimeThereAreNone() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebviewLookup.class));
	}

	@Test
	void withoutCoreThereAreNone() {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.command"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriWebviewLookup"));
	}

}
