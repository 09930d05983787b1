package dev.tauriboot.boot.autoconfigure.javafx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A program with a busy page that ends in the way its argument names, once the page has
 * loaded.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class ExitProgram {

	static final String READY = "The page is ready";

	private static String way = "";

	private final ObjectProvider<DesktopRuntime> runtime;

	ExitProgram(ObjectProvider<DesktopRuntime> runtime) {
		this.runtime = runtime;
	}

	/**
	 * The program in a process of its own, on the platform of the tests.
	 * @param way how it is to end
	 * @param options of the JVM, the last ones count
	 */
	static ProcessBuilder process(String way, String... options) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dspring.devtools.restart.enabled=false", "-cp",
				System.getProperty("java.class.path")));
		for (String name : List.of("glass.platform", "monocle.platform", "prism.order")) {
			String value = System.getProperty(name);
			if (value != null) {
				command.add("-D" + name + "=" + value);
			}
		}
		command.addAll(List.of(options));
		command.addAll(List.of(ExitProgram.class.getName(), way));
		return new ProcessBuilder(command).redirectErrorStream(true);
	}

	public static void main(String[] args) {
		way = args[0];
		new SpringApplicationBuilder(ExitProgram.class)
			.properties("tauri.runtime=javafx", "tauri.javafx.headless=true", "spring.main.banner-mode=off",
					"tauri.build.frontend-dist=classpath:/exit-app", "logging.level.root=warn")
			.run();
	}

	@TauriCommand
	void ready() {
		System.out.println(READY);
		DesktopRuntime runtime = this.runtime.getObject();
		switch (way) {
			case "exit" -> new Thread(() -> System.exit(0)).start();
			case "exit-on-javafx" -> runtime.mainThread().execute(() -> System.exit(0));
			case "close" -> runtime.windows().forEach(Window::close);
			default -> {
				// ends by a signal
			}
		}
	}

}
