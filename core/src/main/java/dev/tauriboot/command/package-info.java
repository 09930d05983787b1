/**
 * From a command's name to its handler method, its arguments, its result or its error.
 */
@NullMarked
package dev.tauriboot.command;

import org.jspecify.annotations.NullMarked;
