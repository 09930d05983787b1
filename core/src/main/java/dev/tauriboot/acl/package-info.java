/**
 * Access control as data: permissions, sets, manifests and capabilities.
 */
@NullMarked
package dev.tauriboot.acl;

import org.jspecify.annotations.NullMarked;
