/**
 * The commands behind the page's image module.
 */
@NullMarked
package dev.tauriboot.plugin.image;

import org.jspecify.annotations.NullMarked;
