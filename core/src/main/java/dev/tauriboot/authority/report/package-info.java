/**
 * What is odd, but not wrong, about the access control of an application.
 */
@NullMarked
package dev.tauriboot.authority.report;

import org.jspecify.annotations.NullMarked;
