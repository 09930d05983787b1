/**
 * A window on a Spring Boot application, with nothing of Tauri Boot in it.
 */
@NullMarked
package dev.tauriboot.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
