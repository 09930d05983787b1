package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.plugin.log.LogLevel;
import dev.tauriboot.plugin.log.PageLog;
import dev.tauriboot.plugin.log.PageRecord;
import dev.tauriboot.plugin.process.Restarter;
import dev.tauriboot.plugin.shell.Shell;
import dev.tauriboot.plugin.singleinstance.SecondInstanceEvent;
import dev.tauriboot.runtime.DesktopRuntime;
import jakarta.annotation.PreDestroy;
import org.awaitility.Awaitility;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/**
 * A program that runs once, and says on its output what happens to it. Its first argument
 * is what it does, the second a directory for its files.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class InstanceProgram {

	static final String READY = "ready";

	static final String HELD = "held";

	private final ApplicationArguments arguments;

	private final DesktopRuntime runtime;

	private final Restarter restarter;

	private final ExitHandler exit;

	private final Shell shell;

	private final PageLog log;

	InstanceProgram(ApplicationArguments arguments, DesktopRuntime runtime, Restarter restarter, ExitHandler exit,
			Shell shell, PageLog log) {
		this.arguments = arguments;
		this.runtime = runtime;
		this.restarter = restarter;
		this.exit = exit;
		this.shell = shell;
		this.log = log;
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(InstanceProgram.class)
			.properties("tauri.runtime=none", "spring.main.banner-mode=off", "spring.main.keep-alive=true",
					"logging.level.root=warn", "tauri.identifier=com.example.instance",
					"tauri.plugins.single-instance.enabled=true", "tauri.app.windows[0].label=main",
					"tauri.app.windows[0].visible=false")
			.run(args);
	}

	@EventListener(ApplicationStartedEvent.class)
	void started() {
		String[] args = this.arguments.getSourceArgs();
		if (args[0].equals("hold")) {
			System.out.println(HELD);
			Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> Files.exists(Path.of(args[1], "marker")));
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() throws Exception {
		String[] args = this.arguments.getSourceArgs();
		Path marker = Path.of(args[1], "marker");
		if (args[0].equals("relaunch") && !Files.exists(marker)) {
			Files.createFile(marker);
			System.out.println("first " + String.join(",", args));
			this.restarter.restart();
		}
		else if (args[0].equals("relaunch")) {
			System.out.println("again " + String.join(",", args));
			this.exit.exit(3);
		}
		else if (args[0].equals("log")) {
			for (int i = 0; i < 100; i++) {
				this.log.log(new PageRecord(LogLevel.INFO, i + "x".repeat(100), null, null, null, Map.of(),
						Label.of("main")));
			}
			this.exit.exit(0);
		}
		else {
			if (args[0].equals("child")) {
				String script = "trap '' TERM; (trap '' TERM; while :; do sleep 600; done) & while :; do wait; done";
				System.out.println("child " + this.shell.command("sh").arguments("-c", script).spawn((event) -> {
				}).pid());
			}
			System.out.println(READY);
		}
	}

	@EventListener
	void second(SecondInstanceEvent event) {
		System.out.println("second " + String.join(",", event.args().subList(1, event.args().size())) + " in "
				+ event.cwd() + " visible " + this.runtime.windows().get(0).isVisible());
	}

	@PreDestroy
	void closed() {
		System.out.println("closed");
	}

}
