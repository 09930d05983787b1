package dev.tauriboot.boot.autoconfigure.devtools;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.tools.ToolProvider;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.devtools.restart.FailureHandler;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Restarts of an application by Spring Boot's DevTools, with real windows.
 */
@Tag("engine")
@Timeout(600)
class DevToolsRestartTests {

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext context;

	private static DesktopRuntime runtime;

	@BeforeAll
	static void start() throws Exception {
		compile("first");
		RestartedApplication.changed = folder.toUri().toURL();
		Thread thread = new Thread(() -> RestartedApplication.main(new String[0]), "main");
		// Resources are looked for in the loader that stays.
		thread.setContextClassLoader(
				new URLClassLoader(new URL[] { RestartedApplication.changed }, thread.getContextClassLoader()));
		thread.start();
		started();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static void compile(String greeting) throws Exception {
		Path source = Files.writeString(folder.resolve("Greetings.java"), """
				package com.example.changed;

				@org.springframework.stereotype.Component
				class Greetings {

					@dev.tauriboot.command.annotation.TauriCommand
					String greet() {
						return "%s";
					}

				}
				""".formatted(greeting));
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"), "-d",
					folder.toString(), source.toString()))
			.isZero();
	}

	private static void started() throws Exception {
		context = RestartedApplication.started.poll(240, TimeUnit.SECONDS);
		assertThat(context).isNotNull();
		runtime = context.getBean(DesktopRuntime.class);
	}

	private static void restart() throws Exception {
		Restarter.getInstance().restart(FailureHandler.NONE);
		started();
	}

	@Test
	void windowsAndPagesGoOnWithTheNewClasses() throws Exception {
		Window main = window("main");
		awaitGreeting("main", "first");
		Window extra = runtime.create(WindowOptions.of("extra").withSize(300, 200));
		extra.setTitle("Extra");
		main.setPosition(120, 45);
		main.setSize(501, 402);
		main.setTitle("Renamed");
		extra.setPosition(33, 44);
		window("hidden").hide();
		run("main", """
				sessionStorage.setItem('kept', 'in the session');
				history.pushState({ step: 2 }, '', '/route?query=1#place');
				document.getElementById('name').value = 'Ada';
				document.getElementsByName('done')[0].checked = true;
				scrollTo(0, 700);
				""");
		await().until(() -> main.innerSize().equals(new PhysicalSize(501, 402)));
		await().until(() -> main.outerPosition().equals(new PhysicalPosition(120, 45)));
		await().until(() -> extra.innerSize().equals(new PhysicalSize(300, 200)));
		await().until(() -> extra.outerPosition().equals(new PhysicalPosition(33, 44)));
		await().until(() -> !window("hidden").isVisible());
		await().until(() -> Boolean.TRUE.equals(run("main", "scrollY === 700")));
		Set<Stage> stages = Set.copyOf(stages());
		Thread toolkit = onFxThread(Thread::currentThread);
		ClassLoader before = loader();
		assertThat(before.getClass().getSimpleName()).isEqualTo("RestartClassLoader");
		compile("second");

		restart();

		assertThat(loader()).isNotSameAs(before);
		awaitGreeting("main", "second");
		awaitGreeting("extra", "second");
		assertThat(window("main").innerSize()).isEqualTo(new PhysicalSize(501, 402));
		assertThat(window("main").outerPosition()).isEqualTo(new PhysicalPosition(120, 45));
		assertThat(window("main").title()).isEqualTo("Renamed");
		assertThat(window("main").isVisible()).isTrue();
		assertThat(window("extra").innerSize()).isEqualTo(new PhysicalSize(300, 200));
		assertThat(window("extra").outerPosition()).isEqualTo(new PhysicalPosition(33, 44));
		assertThat(window("hidden").isVisible()).isFalse();
		assertThat(stages()).as("the native windows").containsExactlyInAnyOrderElementsOf(stages);
		assertThat(onFxThread(Thread::currentThread)).as("the toolkit").isSameAs(toolkit);
		assertThat(run("main", "location.href")).as("the same place, without a port")
			.isEqualTo("http://tauri.localhost/route?query=1#place");
		assertThat(run("main", "window.first")).as("there before the page's scripts").isEqualTo("in the session");
		assertThat(run("main", "history.state.step")).isEqualTo(2);
		await().untilAsserted(() -> assertThat(run("main",
				"document.getElementById('name').value + document.getElementsByName('done')[0].checked + scrollY"))
			.isEqualTo("Adatrue700"));
	}

	@Test
	void windowIsWhereItsUserPutsItAndStaysWhatItIs() throws Exception {
		Window main = window("main");
		awaitPage("main");
		main.maximize();
		await().until(main::isMaximized);
		restart();
		assertThat(window("main").isMaximized()).isTrue();
		window("main").unmaximize();
		await().until(() -> !window("main").isMaximized());
	}

	@Test
	void applicationThatCouldNotStartLeavesItsWindows() throws Exception {
		awaitPage("main");
		Set<Stage> stages = Set.copyOf(stages());
		RestartedApplication.properties = new String[] { "tauri.app.windows[0].label=no label" };
		CompletableFuture<Throwable> failed = new CompletableFuture<>();
		Restarter.getInstance().restart((failure) -> {
			failed.complete(failure);
			return FailureHandler.Outcome.ABORT;
		});
		assertThat(failed.get(120, TimeUnit.SECONDS)).isNotNull();
		assertThat(stages()).containsExactlyInAnyOrderElementsOf(stages);
		RestartedApplication.properties = new String[0];
		restart();
		awaitPage("main");
		assertThat(stages()).containsExactlyInAnyOrderElementsOf(stages);
	}

	@Test
	void nothingLeadsToWhatWasBefore() throws Exception {
		List<WeakReference<?>> before = List.of(new WeakReference<>(runtime), new WeakReference<>(context),
				new WeakReference<>(window("main")), new WeakReference<>(webview("main")),
				new WeakReference<>(webview("main").page()), new WeakReference<>(context.getBean("greetings")));
		restart();
		awaitPage("main");
		await().untilAsserted(() -> {
			System.gc();
			assertThat(before.stream().map(WeakReference::get).filter(Objects::nonNull).map(Object::getClass))
				.isEmpty();
		});
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	private static ClassLoader loader() {
		return context.getBean("greetings").getClass().getClassLoader();
	}

	private static Window window(String label) {
		Window window = runtime.find(Label.of(label));
		assertThat(window).isNotNull();
		return window;
	}

	private static Webview webview(String label) {
		return window(label).webviews().get(0);
	}

	private static void awaitPage(String label) {
		await().until(() -> webview(label).page() != null);
	}

	private static void awaitGreeting(String label, String greeting) {
		awaitPage(label);
		await().untilAsserted(
				() -> assertThat(run(label, "document.getElementById('greeting')?.textContent")).isEqualTo(greeting));
	}

	private static Object run(String label, String script) {
		return ((WebviewProbe) webview(label)).evaluate(script);
	}

	private static List<Stage> stages() throws Exception {
		return onFxThread(() -> {
			List<Stage> stages = new ArrayList<>();
			for (javafx.stage.Window window : javafx.stage.Window.getWindows()) {
				if (window instanceof Stage stage) {
					stages.add(stage);
				}
			}
			return stages;
		});
	}

	private static <T> T onFxThread(Callable<T> work) throws Exception {
		CompletableFuture<T> result = new CompletableFuture<>();
		Platform.runLater(() -> {
			try {
				result.complete(work.call());
			}
			catch (Exception ex) {
				result.completeExceptionally(ex);
			}
		});
		return result.get(60, TimeUnit.SECONDS);
	}

}
