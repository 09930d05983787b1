/**
 * The folder of notes and the commands on it.
 */
@NullMarked
package dev.tauriboot.demo.notes;

import org.jspecify.annotations.NullMarked;
