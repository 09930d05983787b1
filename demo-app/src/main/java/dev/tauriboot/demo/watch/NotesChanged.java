package dev.tauriboot.demo.watch;

import java.util.Set;

import dev.tauriboot.event.TauriEvent;

/**
 * Notes were written or deleted, by this application or another. Pages hear of it too.
 *
 * @param paths paths of the notes
 * @since 0.1.0
 */
@TauriEvent(name = "notes://changed")
public record NotesChanged(Set<String> paths) {
}
