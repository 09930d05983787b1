package dev.tauriboot.menu;

/**
 * Where in a window a menu opens.
 *
 * @param x from the left edge of the window's content
 * @param y from its upper edge
 * @param physical whether that is in pixels of the screen, not of the page
 * @since 0.1.0
 */
public record MenuPosition(double x, double y, boolean physical) {
}
