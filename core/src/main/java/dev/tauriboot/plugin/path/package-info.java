/**
 * The commands behind the page's path module.
 */
@NullMarked
package dev.tauriboot.plugin.path;

import org.jspecify.annotations.NullMarked;
