package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.plugin.TauriPluginException;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriPluginsAutoConfiguration}.
 */
class TauriPluginsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriAutoConfiguration.class, TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriLifecycleAutoConfiguration.class, TauriPluginsAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false", "tauri.app.windows[0].label=main");

	@Test
	void commandsOfAPluginHaveItsName() {
		this.runner.withBean(Notes.class, () -> new Notes("notes", "allow-save-all")).run((context) -> {
			CommandRegistry registry = context.getBean(CommandRegistry.class);
			assertThat(registry.find("plugin:notes|save_all")).isNotNull();
			assertThat(registry.find("plugin:notes|other")).isNotNull();
			assertThat(registry.find("plugin:else|full")).isNotNull();
			assertThat(registry.find("save_all")).isNull();
			Manifest manifest = context.getBean(Manifests.class).find("notes");
			assertThat(manifest.commands()).containsExactlyInAnyOrder("save_all", "other");
			assertThat(manifest.names()).contains("default", "allow-save-all", "deny-save-all", "allow-other");
			assertThat(manifest.defaultSet().permissions()).containsExactly("allow-save-all");
		});
	}

	@Test
	void pluginIsToldWhatHappens() {
		Notes notes = new Notes("notes");
		this.runner.withBean(Notes.class, () -> notes).run((context) -> {
			context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
					context.getSourceApplicationContext(ConfigurableApplicationContext.class), null));
			assertThat(notes.calls).containsExactly("window main", "webview main", "ready 1");
		});
		assertThat(notes.calls).endsWith("exit");
	}

	@ParameterizedTest
	@CsvSource({ "My Plugin, identifiers can only include lowercase ASCII",
			"window, a plugin of the core has this name", "core:notes, names have no colon",
			"'', identifiers cannot be empty", "tauri-plugin-notes, identifiers cannot start with tauri-plugin-",
			"notes-, trailing hyphen" })
	void invalidNameStopsTheApplication(String name, String told) {
		this.runner.withBean(Notes.class, () -> new Notes(name)).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new TauriPluginFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(told, Notes.class.getName(), "'" + name + "'");
			assertThat(analysis.getAction()).contains("lower-case letters");
		});
	}

	@Test
	void nameIsTakenOnce() {
		this.runner.withBean("one", Notes.class, () -> new Notes("notes"))
			.withBean("two", Other.class, Other::new)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(TauriPluginException.class)
				.hasMessageContaining("There are two plugins 'notes'")
				.hasMessageContaining(Other.class.getName()));
	}

	@Test
	void defaultNamesPermissionsThatThereAre() {
		this.runner.withBean(Notes.class, () -> new Notes("notes", "allow-safe-all"))
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("its default names 'allow-safe-all', which is no permission of it"));
	}

	static class Other implements TauriPlugin {

		@Override
		public String name() {
			return "notes";
		}

	}

	static class Notes implements TauriPlugin {

		final List<String> calls = new ArrayList<>();

		private final String name;

		private final List<String> permissions;

		Notes(String name, String... permissions) {
			this.name = name;
			this.permissions = List.of(permissions);
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public List<String> defaultPermissions() {
			return this.permissions;
		}

		@TauriCommand
		void saveAll() {
		}

		@TauriCommand("other")
		void named() {
		}

		@TauriCommand("plugin:else|full")
		void full() {
		}

		@Override
		public void ready(AppHandle app) {
			this.calls.add("ready " + app.windows().size());
		}

		@Override
		public void windowCreated(Window window) {
			this.calls.add("window " + window.label());
		}

		@Override
		public void webviewCreated(Webview webview) {
			this.calls.add("webview " + webview.label());
		}

		@Override
		public void exit() {
			this.calls.add("exit");
		}

	}

}
