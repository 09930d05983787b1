/**
 * What a document holds of the back end's objects, by number.
 */
@NullMarked
package dev.tauriboot.resource;

import org.jspecify.annotations.NullMarked;
