/**
 * Scopes that commands enforce: paths, URLs and programs.
 */
@NullMarked
package dev.tauriboot.scope;

import org.jspecify.annotations.NullMarked;
