/**
 * Windows, their webviews, the document each shows and the ordered queue to that
 * document.
 */
@NullMarked
package dev.tauriboot.window;

import org.jspecify.annotations.NullMarked;
