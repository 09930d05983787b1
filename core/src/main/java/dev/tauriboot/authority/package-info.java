/**
 * Who may call what: the decision on every call, and the scopes a call was granted with.
 */
@NullMarked
package dev.tauriboot.authority;

import org.jspecify.annotations.NullMarked;
