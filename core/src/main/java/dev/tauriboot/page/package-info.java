/**
 * What a document needs to speak with the application: its bootstrap script.
 */
@NullMarked
package dev.tauriboot.page;

import org.jspecify.annotations.NullMarked;
