/**
 * Drives the application through its features, as a user would.
 */
@NullMarked
package dev.tauriboot.demo.tour;

import org.jspecify.annotations.NullMarked;
