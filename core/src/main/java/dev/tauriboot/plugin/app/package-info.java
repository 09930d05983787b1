/**
 * The commands behind the page's app module.
 */
@NullMarked
package dev.tauriboot.plugin.app;

import org.jspecify.annotations.NullMarked;
