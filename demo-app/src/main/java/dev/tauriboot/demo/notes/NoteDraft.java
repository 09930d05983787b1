package dev.tauriboot.demo.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the editor saves.
 *
 * @param path the note's path
 * @param content the note's text
 * @since 0.1.0
 */
public record NoteDraft(@NotBlank String path,
		@NotNull @Size(max = 1_000_000, message = "is longer than a million characters") String content) {
}
