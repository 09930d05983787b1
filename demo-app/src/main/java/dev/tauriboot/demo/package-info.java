/**
 * A notes application over a folder of Markdown files.
 */
@NullMarked
package dev.tauriboot.demo;

import org.jspecify.annotations.NullMarked;
