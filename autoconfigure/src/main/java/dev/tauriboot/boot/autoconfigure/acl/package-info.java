/**
 * Auto-configuration of access control: capabilities, manifests and the authority that
 * decides by them.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.acl;

import org.jspecify.annotations.NullMarked;
