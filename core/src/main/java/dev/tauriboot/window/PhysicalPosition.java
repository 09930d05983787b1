package dev.tauriboot.window;

/**
 * A position in pixels of the screen.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @since 0.1.0
 */
public record PhysicalPosition(int x, int y) {
}
