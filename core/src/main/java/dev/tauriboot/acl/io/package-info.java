/**
 * Reads manifests and capabilities from files and from configuration.
 */
@NullMarked
package dev.tauriboot.acl.io;

import org.jspecify.annotations.NullMarked;
