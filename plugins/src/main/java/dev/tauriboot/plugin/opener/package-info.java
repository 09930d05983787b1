/**
 * The plugin {@code opener}: files and addresses in the programs of the desktop.
 */
@NullMarked
package dev.tauriboot.plugin.opener;

import org.jspecify.annotations.NullMarked;
