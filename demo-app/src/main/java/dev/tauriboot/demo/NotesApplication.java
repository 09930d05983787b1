package dev.tauriboot.demo;

import java.nio.file.Path;

import dev.tauriboot.demo.tour.Tour;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the notes application, or goes on a tour of it.
 *
 * @since 0.1.0
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotesApplication {

	/**
	 * Open the window.
	 * @param args Spring Boot's arguments, or {@code --tour} and a folder of Markdown
	 * files
	 * @throws Exception if the tour cannot begin
	 */
	public static void main(String[] args) throws Exception {
		if (args.length == 2 && args[0].equals("--tour")) {
			System.exit(Tour.run(Path.of(args[1])) ? 0 : 1);
		}
		SpringApplication.run(NotesApplication.class, args);
	}

}
