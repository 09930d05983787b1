/**
 * What the framework and plugins need of a desktop toolkit, as ports.
 */
@NullMarked
package dev.tauriboot.runtime;

import org.jspecify.annotations.NullMarked;
