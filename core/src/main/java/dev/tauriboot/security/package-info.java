/**
 * Who is calling: the authentication of a webview, and its filter.
 */
@NullMarked
package dev.tauriboot.security;

import org.jspecify.annotations.NullMarked;
