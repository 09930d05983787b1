package dev.tauriboot.boot.autoconfigure.devtools;

import java.net.URL;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * An application that DevTools restart. Its one component is in a folder of its own,
 * which the test changes; this class is of the class loader that stays.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("com.example.changed")
class RestartedApplication {

	static final BlockingQueue<ConfigurableApplicationContext> started = new LinkedBlockingQueue<>();

	static volatile URL changed;

	static volatile String[] properties = {};

	static void main(String[] args) {
		Restarter.initialize(args, false, (thread) -> new URL[] { changed }, true);

		started.add(
				new SpringApplicationBuilder(RestartedApplication.class)
					.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
							"tauri.build.frontend-dist=classpath:/devtools-app", "tauri.app.windows[0].label=main",
							"tauri.app.windows[0].title=Restarted", "tauri.app.windows[1].label=hidden",
							"spring.devtools.livereload.enabled=false",
							// The tests restart: DevTools' own watch of the folder would
							// do so too.
							"spring.devtools.restart.enabled=false")
					.properties(properties)
					.run(args));
	}

}
