package dev.tauriboot.window;

/**
 * Where the pointer is, in pixels of the screen, which may be fractions.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @since 0.1.0
 */
public record PointerPosition(double x, double y) {
}
