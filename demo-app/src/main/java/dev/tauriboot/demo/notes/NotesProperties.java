package dev.tauriboot.demo.notes;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the notes are.
 *
 * @param folder the folder of Markdown files, created when missing
 * @since 0.1.0
 */
@ConfigurationProperties("notes")
public record NotesProperties(Path folder) {
}
