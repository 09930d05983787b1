package dev.tauriboot.window;

/**
 * A size in pixels of the screen.
 *
 * @param width the width
 * @param height the height
 * @since 0.1.0
 */
public record PhysicalSize(int width, int height) {
}
