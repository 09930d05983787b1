/**
 * Who is calling: the authentication of a webview.
 */
@NullMarked
package dev.tauriboot.security;

import org.jspecify.annotations.NullMarked;
