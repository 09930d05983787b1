/**
 * Turns manifests and capabilities into the tables that a decision reads.
 */
@NullMarked
package dev.tauriboot.acl.resolved;

import org.jspecify.annotations.NullMarked;
