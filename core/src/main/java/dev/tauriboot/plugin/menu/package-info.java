/**
 * Menus of an application's windows, and the commands behind the page's menu module.
 */
@NullMarked
package dev.tauriboot.plugin.menu;

import org.jspecify.annotations.NullMarked;
