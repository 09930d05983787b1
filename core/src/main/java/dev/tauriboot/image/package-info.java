/**
 * Images as windows, menus and trays take them.
 */
@NullMarked
package dev.tauriboot.image;

import org.jspecify.annotations.NullMarked;
