/**
 * Full-text search in an embedded database.
 */
@NullMarked
package dev.tauriboot.demo.search;

import org.jspecify.annotations.NullMarked;
