package dev.tauriboot.boot.autoconfigure.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tauriboot.isolation.IsolationPattern;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriIsolationAutoConfiguration} and its failure analyzers.
 */
class TauriIsolationAutoConfigurationTests {

	private static final String USE = "tauri.app.security.pattern.use=";

	private static final String DIR = "tauri.app.security.pattern.options.dir=";

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TauriIsolationAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none");

	@TempDir
	private Path folder;

	@Test
	void brownfieldIsTheDefault() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(IsolationPattern.class));
		this.runner.withPropertyValues(USE + "brownfield")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(IsolationPattern.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "isolation", "ISOLATION" })
	void isolationReadsItsApplication(String use) throws IOException {
		Files.writeString(this.folder.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (message) => message</script>");
		this.runner
			.withPropertyValues(USE + use, DIR + this.folder, "tauri.app.security.pattern.options.timeout=3s",
					"tauri.app.security.pattern.options.dialect=invoke", "tauri.ipc.max-in-flight=7",
					"tauri.ipc.max-body-size=8KB")
			.run((context) -> {
				IsolationPattern pattern = context.getBean(IsolationPattern.class);
				assertThat(pattern.timeout()).hasSeconds(3);
				assertThat(pattern.maxWaiting()).isEqualTo(8192);
				assertThat(pattern).extracting("maxKept").isEqualTo(7);
				assertThat(pattern.application()).hasToString(this.folder.toString());
				assertThat(context).hasBean("tauriIsolationWebHandler");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { DIR + "classpath:/isolation", "tauri.app.security.pattern.options.timeout=3s",
			"tauri.app.security.pattern.options.dialect=v2" })
	void optionsWithBrownfieldAreRefused(String option) {
		assertRefused(this.runner.withPropertyValues(option));
		assertRefused(this.runner.withPropertyValues(option, USE + "brownfield"));
	}

	private static void assertRefused(ReactiveWebApplicationContextRunner runner) {
		runner.run((context) -> {
			FailureAnalysis analysis = analyse(new PatternOptionsFailureAnalyzer(), context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo("'tauri.app.security.pattern.options' are set, but "
					+ "'tauri.app.security.pattern.use' is 'brownfield', which has no options: no hook would see any message.");
			assertThat(analysis.getAction())
				.isEqualTo("Set 'tauri.app.security.pattern.use' to 'isolation', or remove the options.");
		});
	}

	@Test
	void isolationWithoutDirectoryIsRefused() {
		this.runner.withPropertyValues(USE + "isolation").run((context) -> {
			FailureAnalysis analysis = analyse(new PatternOptionsFailureAnalyzer(), context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo("'tauri.app.security.pattern.use' is 'isolation', but "
					+ "'tauri.app.security.pattern.options.dir' does not say where the isolation application is.");
			assertThat(analysis.getAction())
				.isEqualTo("Set 'tauri.app.security.pattern.options.dir' to the folder of its "
						+ "index.html, such as classpath:/isolation.");
		});
	}

	@Test
	void missingApplicationIsRefused() {
		this.runner.withPropertyValues(USE + "isolation", DIR + "classpath:/no-such-folder").run((context) -> {
			FailureAnalysis analysis = analyse(new IsolationApplicationFailureAnalyzer(), context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo("The isolation application at 'classpath:/no-such-folder' "
					+ "cannot be used: it has no index.html.");
			assertThat(analysis.getAction()).contains("'tauri.app.security.pattern.options.dir'",
					"window.__TAURI_ISOLATION_HOOK__");
		});
	}

	@Test
	void refusalsAreCounted() throws IOException {
		Files.writeString(this.folder.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (message) => message</script>");
		this.runner.withBean(SimpleMeterRegistry.class)
			.withPropertyValues(USE + "isolation", DIR + this.folder)
			.run((context) -> assertThat(context.getBean(SimpleMeterRegistry.class)
				.get("tauri.isolation.refusals")
				.functionCounter()
				.count()).isZero());
	}

	@Test
	void isolationDoesWithoutMeters() throws IOException {
		Files.writeString(this.folder.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (message) => message</script>");
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.withPropertyValues(USE + "isolation", DIR + this.folder)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(IsolationPattern.class));
	}

	private static FailureAnalysis analyse(FailureAnalyzer analyzer, Throwable failure) {
		assertThat(failure).isNotNull();
		FailureAnalysis analysis = analyzer.analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
