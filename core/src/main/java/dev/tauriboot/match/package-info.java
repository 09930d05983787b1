/**
 * Matching in linear time, for patterns whose subject may come from a page.
 */
@NullMarked
package dev.tauriboot.match;

import org.jspecify.annotations.NullMarked;
