/**
 * The front end's files, prepared and served to pages.
 */
@NullMarked
package dev.tauriboot.asset;

import org.jspecify.annotations.NullMarked;
