package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;
import java.util.Map;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.plugin.cli.Cli;
import dev.tauriboot.plugin.cli.CliCommands;
import dev.tauriboot.plugin.cli.CliMatches.Argument;
import dev.tauriboot.plugin.opener.FileManager;
import dev.tauriboot.plugin.opener.Opener;
import dev.tauriboot.plugin.opener.OpenerCommands;
import dev.tauriboot.plugin.os.OsCommands;
import dev.tauriboot.plugin.process.ProcessCommands;
import dev.tauriboot.plugin.process.Restarter;
import dev.tauriboot.plugin.shell.Shell;
import dev.tauriboot.plugin.shell.ShellCommands;
import dev.tauriboot.plugin.shell.Sidecars;
import dev.tauriboot.runtime.DesktopOpener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the auto-configuration of the plugins cli, opener, os, process and shell.
 */
class ProgramPluginsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriAutoConfiguration.class, TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCliAutoConfiguration.class, TauriOpenerAutoConfiguration.class, TauriOsAutoConfiguration.class,
				TauriProcessAutoConfiguration.class, TauriShellAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@ParameterizedTest
	@CsvSource({ "cli, cli_matches", "opener, open_url", "os, hostname", "process, restart", "shell, spawn" })
	void pluginIsThereUnlessItIsSwitchedOff(String plugin, String command) {
		String name = "plugin:" + plugin + "|" + command;
		this.runner.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(name)).isNotNull());
		this.runner.withPropertyValues("tauri.plugins." + plugin + ".enabled=false")
			.run((context) -> assertThat(context.getBean(CommandRegistry.class).find(name)).isNull());
	}

	@ParameterizedTest
	@ValueSource(classes = { Cli.class, Opener.class, Restarter.class, Shell.class, CliCommands.class,
			DesktopOpener.class, FileManager.class, OpenerCommands.class, OsCommands.class, ProcessCommands.class,
			Sidecars.class, ShellCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

	@Test
	void withoutItsParserThereIsNoCommandLine() {
		this.runner.withClassLoader(new FilteredClassLoader(CommandLine.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriCli"));
	}

	@Test
	void commandLineIsAsConfigured() {
		this.runner
			.withPropertyValues("tauri.plugins.cli.description=An editor", "tauri.plugins.cli.args[0].name=verbose",
					"tauri.plugins.cli.args[0].short=v", "tauri.plugins.cli.args[1].name=type",
					"tauri.plugins.cli.args[1].takesValue=true", "tauri.plugins.cli.args[1].multiple=true",
					"tauri.plugins.cli.args[1].possible-values=a,b",
					"tauri.plugins.cli.subcommands.run.args[0].name=level",
					"tauri.plugins.cli.subcommands.run.args[0].takes-value=true",
					"tauri.plugins.cli.subcommands.run.subcommands.deep.description=Deeper")
			.withBean(ApplicationArguments.class,
					() -> new DefaultApplicationArguments("-vv", "--type", "a", "--spring.main.banner-mode=off", "run",
							"--level", "3"))
			.run((context) -> {
				assertThat(context.getBean(Cli.class).matches().args()).containsOnly(
						Map.entry("verbose", new Argument(true, 2)), Map.entry("type", new Argument(List.of("a"), 1)));
				assertThat(context.getBean(Cli.class).matches().subcommand()).isNotNull()
					.satisfies((run) -> assertThat(run.matches().value("level")).isEqualTo("3"));
			});
	}

	@ParameterizedTest
	@CsvSource({ "args[0].nam=x, nam", "args[0].short=xy, length 2", "args[0].index=0, index" })
	void mistakeInTheCommandLineFails(String property, String told) {
		this.runner.withPropertyValues("tauri.plugins.cli.args[0].name=a", "tauri.plugins.cli." + property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.message()
				.containsIgnoringCase(told));
	}

	@Test
	void shellIsAsConfigured() {
		this.runner
			.withPropertyValues("tauri.plugins.shell.max-output=1KB", "tauri.plugins.shell.max-input=2KB",
					"tauri.bundle.external-bin=bin/side")
			.run((context) -> {
				assertThat(context.getBean(Shell.class).maxOutput()).isEqualTo(1024);
				assertThat(context.getBean(Shell.class).maxInput()).isEqualTo(2048);
				assertThat(context.getBean(Sidecars.class).names()).containsExactly("bin/side");
			});
		this.runner.withPropertyValues("tauri.plugins.shell.open=(")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("'tauri.plugins.shell.open' is not valid"));
	}

	@ParameterizedTest
	@CsvSource({ "core:default, false, false", "shell:default, true, false", "opener:default, false, true" })
	void linksAreListenedToWhereTheyMayBeOpened(String permission, boolean shell, boolean opener) {
		this.runner
			.withPropertyValues("tauri.app.security.capabilities.main.windows=*",
					"tauri.app.security.capabilities.main.permissions=" + permission)
			.run((context) -> {
				String script = context.getBean(BootstrapScript.class).text();
				assertThat(script.contains("plugin:shell|open")).isEqualTo(shell);
				assertThat(script.contains("plugin:opener|open_url")).isEqualTo(opener);
				assertThat(script).contains("__TAURI_OS_PLUGIN_INTERNALS__");
			});
		this.runner
			.withPropertyValues("tauri.app.security.capabilities.main.windows=*",
					"tauri.app.security.capabilities.main.permissions=opener:default",
					"tauri.plugins.opener.open-js-links-on-click=false")
			.run((context) -> assertThat(context.getBean(BootstrapScript.class).text())
				.doesNotContain("plugin:opener|open_url"));
	}

}
