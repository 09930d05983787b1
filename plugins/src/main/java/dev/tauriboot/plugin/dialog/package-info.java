/**
 * The plugin {@code dialog}: messages, questions and the choice of files.
 */
@NullMarked
package dev.tauriboot.plugin.dialog;

import org.jspecify.annotations.NullMarked;
