/**
 * The read-only second window.
 */
@NullMarked
package dev.tauriboot.demo.viewer;

import org.jspecify.annotations.NullMarked;
