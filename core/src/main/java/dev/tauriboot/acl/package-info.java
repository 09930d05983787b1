/**
 * Access control: who may call which command, and with which scope.
 */
@NullMarked
package dev.tauriboot.acl;

import org.jspecify.annotations.NullMarked;
