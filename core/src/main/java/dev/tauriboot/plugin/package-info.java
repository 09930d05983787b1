/**
 * What a plugin is: commands under a name of their own, their permissions, and what they
 * need in every page.
 */
@NullMarked
package dev.tauriboot.plugin;

import org.jspecify.annotations.NullMarked;
