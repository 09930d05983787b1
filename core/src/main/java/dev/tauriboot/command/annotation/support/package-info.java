/**
 * Detection of annotated methods and resolvers of their parameters.
 */
@NullMarked
package dev.tauriboot.command.annotation.support;

import org.jspecify.annotations.NullMarked;
