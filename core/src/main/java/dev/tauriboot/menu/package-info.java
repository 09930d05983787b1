/**
 * Menus of windows, as a model that no toolkit knows of.
 */
@NullMarked
package dev.tauriboot.menu;

import org.jspecify.annotations.NullMarked;
