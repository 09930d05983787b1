package dev.tauriboot.conformance;

import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import jakarta.annotation.PreDestroy;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A program whose page ends it: by {@code exit(3)} if its first argument is {@code exit},
 * else by {@code relaunch()}, and when it has been started again by {@code exit(4)}.
 */
@Configuration(proxyBeanMethods = false)
class EndProgram {

	private static final String PAGE = """
			const { Store } = await import('@tauri-apps/plugin-store');
			const { Command } = await import('@tauri-apps/plugin-shell');
			const store = await Store.load('end.json', { autoSave: false });
			const before = await store.get('starts') ?? 0;
			await store.set('starts', before + 1);
			const { pid } = await Command.create('child').spawn();
			return [before, pid];
			""";

	private final ApplicationArguments arguments;

	private final DesktopRuntime runtime;

	private final Reports reports;

	EndProgram(ApplicationArguments arguments, DesktopRuntime runtime, Reports reports) {
		this.arguments = arguments;
		this.runtime = runtime;
		this.reports = reports;
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(ConformanceApplication.class, EndProgram.class)
			.properties("tauri.runtime=javafx", "tauri.javafx.headless=true", "spring.main.banner-mode=off",
					"tauri.build.frontend-dist=classpath:/", "logging.level.root=warn",
					"tauri.identifier=com.example.end", "tauri.plugins.single-instance.enabled=true")
			.run(args);
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() throws Exception {
		Webview webview = this.runtime.findWebview(Label.of("main"));
		PageTests.awaitPage(webview, null);
		List<String> given = this.arguments.getNonOptionArgs();
		JsonNode answer = this.reports.run(webview, PAGE);
		System.out.println("start " + answer.get(0) + " child " + answer.get(1) + " " + given);
		String end = given.get(0).equals("exit") ? "exit(3)" : (answer.get(0).asInt() == 0) ? "relaunch()" : "exit(4)";
		webview.eval("import('@tauri-apps/plugin-process').then((process) => process." + end + ")");
	}

	@PreDestroy
	void closed() {
		System.out.println("closed " + ProcessHandle.current().pid());
	}

	@Bean
	static Capability end() {
		Scope child = new Scope(List.of(Map.of("name", "child", "cmd", "sh", "args",
				List.of("-c", "trap '' TERM; while :; do sleep 600; done"))), List.of());
		return Capability.withId("end")
			.windows("main")
			.permissions("process:default", "store:default", "window-state:default")
			.permission(new PermissionEntry("shell:allow-spawn", child))
			.build();
	}

}
