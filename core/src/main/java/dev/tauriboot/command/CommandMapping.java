package dev.tauriboot.command;

import java.time.Duration;

import dev.tauriboot.CommandName;
import org.jspecify.annotations.Nullable;

/**
 * What a command's annotation says.
 *
 * @param name the command's name
 * @param mainThread whether it runs on the thread that owns the windows
 * @param timeout how long a call may take, {@code null} for the application's default,
 * zero for any time
 * @param snakeCase whether argument keys are in snake_case
 * @since 0.1.0
 */
public record CommandMapping(CommandName name, boolean mainThread, @Nullable Duration timeout, boolean snakeCase) {
}
