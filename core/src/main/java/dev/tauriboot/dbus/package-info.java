/**
 * The bus of a Linux desktop's session. Its library is optional.
 */
@NullMarked
package dev.tauriboot.dbus;

import org.jspecify.annotations.NullMarked;
