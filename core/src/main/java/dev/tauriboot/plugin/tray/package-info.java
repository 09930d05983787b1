/**
 * Icons in the tray, and the commands behind the page's tray module.
 */
@NullMarked
package dev.tauriboot.plugin.tray;

import org.jspecify.annotations.NullMarked;
