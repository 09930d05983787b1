/**
 * Files that pages hand to the user.
 */
@NullMarked
package dev.tauriboot.download;

import org.jspecify.annotations.NullMarked;
