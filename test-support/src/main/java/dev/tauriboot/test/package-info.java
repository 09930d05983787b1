/**
 * Support for testing applications: testers for commands and windows, a test slice and
 * the kit that every runtime passes.
 */
@NullMarked
package dev.tauriboot.test;

import org.jspecify.annotations.NullMarked;
