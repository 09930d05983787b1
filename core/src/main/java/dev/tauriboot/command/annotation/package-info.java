/**
 * Annotations that make a bean method a command or an event listener.
 */
@NullMarked
package dev.tauriboot.command.annotation;

import org.jspecify.annotations.NullMarked;
