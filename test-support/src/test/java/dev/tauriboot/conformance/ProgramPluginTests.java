package dev.tauriboot.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.plugin.cli.Cli;
import dev.tauriboot.plugin.cli.CliArgument;
import dev.tauriboot.plugin.cli.CliArgument.Rules;
import dev.tauriboot.plugin.cli.CliCommand;
import dev.tauriboot.plugin.cli.CliMatches;
import dev.tauriboot.plugin.opener.FileManager;
import dev.tauriboot.plugin.process.Restarter;
import dev.tauriboot.runtime.DesktopOpener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/**
 * Base of the tests of the plugins that deal with programs. One application serves them
 * all. The window {@code main} may do most, {@code plain} has the defaults only.
 */
@TestPropertySource(properties = { "tauri.bundle.external-bin=bin/side", "tauri.plugins.shell.max-input=1MB" })
@Import(ProgramPluginTests.Desktop.class)
abstract class ProgramPluginTests extends PageTests {

	@Autowired
	Recorder recorder;

	@BeforeEach
	void forget() {
		this.recorder.calls.clear();
	}

	static String module(String plugin) {
		return "const plugin = await import('@tauri-apps/plugin-" + plugin + "');\n";
	}

	/**
	 * Notes what would be opened, shown, or the end.
	 */
	static class Recorder implements DesktopOpener, FileManager, ExitHandler, Restarter {

		final List<String> calls = new CopyOnWriteArrayList<>();

		@Override
		public void open(String target, @Nullable String program) {
			this.calls.add("open " + target + ((program != null) ? " with " + program : ""));
		}

		@Override
		public void reveal(List<Path> files) {
			this.calls.add("reveal " + files);
		}

		@Override
		public void exit(int code) {
			this.calls.add("exit " + code);
		}

		@Override
		public void restart() {
			this.calls.add("restart");
		}

	}

	/**
	 * Reads the arguments that a test puts there.
	 */
	static class StartedWith extends Cli {

		volatile List<String> arguments = List.of();

		StartedWith(PackageInfo info) {
			super(command(), info, List.of());
		}

		private static CliCommand command() {
			CliArgument verbose = new CliArgument("verbose", 'v', null, null, false, false, null, List.of(), null, null,
					Rules.NONE, false, null);
			CliArgument type = new CliArgument("type", null, null, null, true, true, null, List.of(), null, null,
					Rules.NONE, false, null);
			CliArgument file = new CliArgument("file", null, null, null, true, false, null, List.of(), null, null,
					Rules.NONE, false, 1);
			CliArgument level = new CliArgument("level", null, null, null, true, false, null, List.of(), null, null,
					new Rules(true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()), false, null);
			return new CliCommand(null, null, null, null, List.of(verbose, type, file),
					Map.of("run", CliCommand.of(level)));
		}

		@Override
		public CliMatches matches() {
			return parse(this.arguments);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Desktop {

		@Bean
		@Primary
		Recorder recorder() {
			return new Recorder();
		}

		@Bean
		StartedWith cli(PackageInfo info) {
			return new StartedWith(info);
		}

		@Bean
		Capability plain() {
			return Capability.withId("plain")
				.windows("plain")
				.permissions("os:default", "process:default", "opener:default", "shell:default")
				.build();
		}

		@Bean
		Capability programs() {
			Scope programs = new Scope(List.of(program("sh", "sh", true), program("none", "echo", false),
					program("fixed", "echo", List.of("a", "b")),
					program("checked", "echo", List.of("-n", Map.of("validator", "\\d+"))),
					program("raw", "echo", List.of("-n", Map.of("validator", "\\d+", "raw", true))),
					program("cat", "cat", false), program("missing", "/no/such/program", false),
					program("env", "env", false), Map.of("name", "bin/side", "sidecar", true, "args", true),
					Map.of("name", "bin/other", "sidecar", true)), List.of());
			Scope opener = new Scope(List.of(Map.of("url", "https://firefox.test/*", "app", "firefox"),
					Map.of("url", "https://any.test/*", "app", true), Map.of("path", "/tmp/**")), List.of());
			return Capability.withId("programs")
				.windows("main")
				.permissions("os:default", "os:allow-hostname", "process:default", "opener:default", "shell:default",
						"shell:allow-kill", "shell:allow-stdin-write", "cli:default")
				.permission(new PermissionEntry("shell:allow-execute", programs))
				.permission(new PermissionEntry("shell:allow-spawn", programs))
				.permission(new PermissionEntry("opener:allow-open-url", opener))
				.permission(new PermissionEntry("opener:allow-open-path", opener))
				.build();
		}

		private static Map<String, Object> program(String name, String command, Object arguments) {
			return Map.of("name", name, "cmd", command, "args", arguments);
		}

	}

}
