package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A front end on a real Vite development server, in a real WebView: its page, hot reload
 * of a module, and a restart of the server.
 */
@Tag("engine")
@Timeout(600)
class ViteTests {

	private static final Path SOURCES = Path.of("src", "test", "vite");

	private static final Path FOLDER = Path.of("target", "vite");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Process vite;

	private int edits;

	@Test
	void modulesReloadHotAndServerMayRestart() throws Exception {
		install();
		int port = FreePort.find();
		startVite(port);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
					"tauri.app.exit-on-last-window-closed=false", "tauri.build.dev-url=http://127.0.0.1:" + port)
			.run()) {
			List<Report> reports = context.getBean(Application.class).reports;
			await("the page").atMost(PATIENCE).until(() -> !reports.isEmpty());
			assertThat(reports.get(0)).returns("loaded", Report::how).returns("first", Report::what);
			// The first edits may come before the page listens.
			await("hot reload").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
				edit("second");
				return has(reports, "hot", "second");
			});
			// The server is not to go away with an edit under way.
			await("its last edit").atMost(PATIENCE).until(() -> has(reports, "hot", "second " + this.edits));
			Report hot = last(reports, "hot");
			assertThat(hot.load()).isEqualTo(last(reports, "loaded").load());
			stopVite();
			edit("third");
			startVite(port);
			await("the page again").atMost(PATIENCE).until(() -> has(reports, "loaded", "third"));
			assertThat(last(reports, "loaded").load()).isNotEqualTo(hot.load());
			await("hot reload again").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
				edit("fourth");
				return has(reports, "hot", "fourth");
			});
			assertThat(last(reports, "hot").load()).isEqualTo(last(reports, "loaded").load());
		}
	}

	private static boolean has(Collection<Report> reports, String how, String what) {
		return reports.stream().anyMatch((report) -> report.how().equals(how) && report.what().startsWith(what));
	}

	private static Report last(List<Report> reports, String how) {
		List<Report> all = reports.stream().filter((report) -> report.how().equals(how)).toList();
		return all.get(all.size() - 1);
	}

	private void edit(String text) throws IOException {
		this.edits++;
		// Whole at once, so that the server never reads half of it.
		Path next = Files.writeString(FOLDER.resolve("text.js.next"),
				"export const text = '" + text + " " + this.edits + "';\n");
		Files.move(next, FOLDER.resolve("text.js"), StandardCopyOption.ATOMIC_MOVE);
	}

	private static void install() throws Exception {
		Files.createDirectories(FOLDER);
		for (String file : List.of("package.json", "package-lock.json", ".npmrc", "index.html", "main.js", "text.js")) {
			Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		// npm writes its copy of the lock file last of all.
		Path installed = FOLDER.resolve(Path.of("node_modules", ".package-lock.json"));
		Path wanted = SOURCES.resolve("package-lock.json");
		if (Files.exists(installed)
				&& Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) > 0) {
			return;
		}
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		Process npm = process(windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund",
				"--prefer-offline", "--loglevel=error");
		assertThat(npm.waitFor(240, TimeUnit.SECONDS)).isTrue();
		assertThat(npm.exitValue()).as(Files.readString(FOLDER.resolve("output.txt"))).isZero();
	}

	private void startVite(int port) throws IOException {
		this.vite = process("node", "node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", "" + port,
				"--strictPort");
	}

	private static Process process(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(FOLDER.resolve("output.txt").toFile());
		builder.environment().put("CHOKIDAR_USEPOLLING", "true");
		return builder.start();
	}

	@AfterEach
	void stopVite() throws InterruptedException {
		if (this.vite != null) {
			this.vite.destroy();
			assertThat(this.vite.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	record Report(String how, String load, String what) {
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		final List<Report> reports = new CopyOnWriteArrayList<>();

		@TauriCommand
		void report(String text) {
			String[] parts = text.split(" ", 3);
			this.reports.add(new Report(parts[0], parts[1], parts[2]));
		}

	}

}
