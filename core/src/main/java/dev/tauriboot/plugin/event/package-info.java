/**
 * The commands behind the page's event module.
 */
@NullMarked
package dev.tauriboot.plugin.event;

import org.jspecify.annotations.NullMarked;
