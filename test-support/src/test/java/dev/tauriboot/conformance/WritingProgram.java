package dev.tauriboot.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.path.BaseDirectories;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A program whose page writes files in every way without end, below the working
 * directory, while one command streams and another hears no interrupt.
 */
// Not that of the tests, which look for the one of Spring Boot in this package.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class WritingProgram {

	static final String READY = "Each file has been written";

	private final AtomicInteger written = new AtomicInteger();

	public static void main(String[] args) {
		new SpringApplicationBuilder(WritingProgram.class)
			.properties("tauri.runtime=javafx", "tauri.javafx.headless=true", "spring.main.banner-mode=off",
					"tauri.build.frontend-dist=classpath:/faults", "logging.level.root=warn")
			.run();
	}

	@Bean
	static BaseDirectories folders() {
		return (directory) -> Path.of(directory.name().toLowerCase(Locale.ROOT)).toAbsolutePath();
	}

	@Bean
	static Capability writing() {
		return Capability.withId("writing")
			.windows("*")
			.permissions("core:default", "store:default", "window-state:default")
			.permission(new PermissionEntry("fs:write-all",
					new Scope(List.of(Map.of("path", "$APPDATA"), Map.of("path", "$APPDATA/**")), List.of())))
			.build();
	}

	@TauriCommand
	void written(int writers) {
		if (this.written.incrementAndGet() == writers) {
			System.out.println(READY);
		}
	}

	@TauriCommand
	void pour(Channel<Integer> channel) throws InterruptedException {
		for (int i = 0; channel.isOpen(); i++) {
			channel.send(i);
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	@TauriCommand
	void stay() {
		while (true) {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				// and goes on
			}
		}
	}

}
