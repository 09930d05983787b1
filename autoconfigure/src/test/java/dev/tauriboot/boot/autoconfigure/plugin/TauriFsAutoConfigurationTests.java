package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.fs.DirectoryCommands;
import dev.tauriboot.plugin.fs.FileCommands;
import dev.tauriboot.plugin.fs.FileScopeResolver;
import dev.tauriboot.plugin.fs.FileWatches;
import dev.tauriboot.plugin.fs.HandleCommands;
import dev.tauriboot.plugin.fs.LineCommands;
import dev.tauriboot.plugin.fs.WatchCommands;
import io.methvin.watcher.DirectoryWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriFsAutoConfiguration}.
 */
class TauriFsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriFsAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@ParameterizedTest
	@ValueSource(strings = { "create", "open", "read", "write", "seek", "fstat", "ftruncate", "copy_file", "mkdir",
			"read_dir", "read_file", "read_text_file", "read_text_file_lines", "read_text_file_lines_next", "remove",
			"rename", "stat", "lstat", "truncate", "write_file", "write_text_file", "exists", "size", "watch",
			"unwatch", "start_accessing_security_scoped_resource", "stop_accessing_security_scoped_resource" })
	void commandsAreThere(String command) {
		this.runner.run((context) -> assertThat(context.getBean(CommandRegistry.class).find("plugin:fs|" + command))
			.isNotNull());
	}

	@Test
	void pluginIsSwitchedOffByAProperty() {
		this.runner.withPropertyValues("tauri.plugins.fs.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FileCommands.class)
				.doesNotHaveBean(FileWatches.class));
	}

	@Test
	void withoutThePluginsThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader(FileCommands.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TauriFsAutoConfiguration.class));
	}

	@Test
	void withoutTheLibraryNothingIsWatched() {
		this.runner.withClassLoader(new FilteredClassLoader(DirectoryWatcher.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(FileCommands.class)
				.doesNotHaveBean(FileWatches.class)
				.doesNotHaveBean(WatchCommands.class));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leadingDotIsConfigured(boolean literal) {
		this.runner.withPropertyValues("tauri.plugins.fs.require-literal-leading-dot=" + literal)
			.run((context) -> assertThat(context.getBean(FileScopeResolver.class)).extracting("literalLeadingDot")
				.isEqualTo(literal));
	}

	@Test
	void watchesAreBounded() {
		this.runner.withPropertyValues("tauri.plugins.fs.max-watched-changes=3")
			.run((context) -> assertThat(context.getBean(FileWatches.class)).extracting("maxFiles").isEqualTo(3));
	}

	@Test
	void readsAreBounded() {
		this.runner.run((context) -> assertThat(context.getBean(HandleCommands.class)).extracting("maxRead")
			.isEqualTo(256L << 20));
		this.runner.withPropertyValues("tauri.plugins.fs.max-read-size=3KB")
			.run((context) -> assertThat(context.getBean(HandleCommands.class)).extracting("maxRead").isEqualTo(3072L));
		this.runner.withPropertyValues("tauri.plugins.fs.max-read-size=0")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("'maxRead' must be above 0"));
	}

	@ParameterizedTest
	@ValueSource(classes = { FileScopeResolver.class, FileCommands.class, DirectoryCommands.class, HandleCommands.class,
			LineCommands.class, WatchCommands.class, FileWatches.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
